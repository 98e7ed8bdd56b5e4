package io.tidemark.serving;

/**
 * One step of the schema.
 *
 * @param name version and description, for example {@code 002 batch bars}; functions and views have no version
 * @param state what became of it in this database, for example {@code Success} or {@code Pending}
 * @param pending whether it still has to be applied
 */
public record Migration(String name, String state, boolean pending) {}
