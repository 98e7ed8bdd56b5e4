/** Who may see the page, and what every answer tells the browser to keep it from: users, a provider, or nobody asked. */
@NullMarked
package io.tidemark.dashboard.login;

import org.jspecify.annotations.NullMarked;
