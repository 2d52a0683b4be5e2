/** Accounts and their rights, and tokens for programs. */
@NullMarked
package onegrid.server.account;

import org.jspecify.annotations.NullMarked;
