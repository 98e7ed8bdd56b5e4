package io.tidemark.servicekit.http;

/** Answers requests of one path; called by several threads at once. */
@FunctionalInterface
public interface Route {
    Response answer(Request request);
}
