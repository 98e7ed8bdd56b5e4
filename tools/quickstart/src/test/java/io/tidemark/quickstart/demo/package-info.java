@NullMarked
package io.tidemark.quickstart.demo;

import org.jspecify.annotations.NullMarked;
