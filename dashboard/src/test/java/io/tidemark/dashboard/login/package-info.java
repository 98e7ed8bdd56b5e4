@NullMarked
package io.tidemark.dashboard.login;

import org.jspecify.annotations.NullMarked;
