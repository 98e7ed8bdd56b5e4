"""What Tidemark's DAGs share: settings, the landing gate, the publication check, verdicts and alerts.

Nothing here computes analytics: that is the batch job's. These modules decide when it runs, and prove what it did.
"""
