package io.tidemark.speed.move;

import java.io.Serializable;

/**
 * When a move is remarkable.
 *
 * @param sigmas a one-minute log return beyond so many times the volatility raises an alert
 * @param minReturns returns that must have been seen before a volatility is believed
 */
public record MoveRule(double sigmas, int minReturns) implements Serializable {}
