package io.tidemark.speed.flow;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Order of rows by their key, so that rows of one key compare as equal.
 *
 * @param <R> the row
 */
@FunctionalInterface
public interface RowOrder<R> extends Comparator<R>, Serializable {}
