package io.tidemark.speed.news.terms;

import java.io.Serializable;
import java.time.Duration;

/**
 * Which terms stand out.
 *
 * @param top how many an hour are written
 * @param minItems stories that a term must be in
 * @param halfLife event time after which an hour counts half in the past that terms are compared with
 */
public record TermRule(int top, int minItems, Duration halfLife) implements Serializable {}
