/** What has landed, by the manifests: which files make up a date, their digest, and how complete they are. */
@NullMarked
package io.tidemark.batch.landing;

import org.jspecify.annotations.NullMarked;
