/** The service that brings news to Kafka: settings, parts and their order of starting and stopping. */
@NullMarked
package io.tidemark.news;

import org.jspecify.annotations.NullMarked;
