@NullMarked
package io.tidemark.servicekit.service;

import org.jspecify.annotations.NullMarked;
