@NullMarked
package io.tidemark.quality.recording;

import org.jspecify.annotations.NullMarked;
