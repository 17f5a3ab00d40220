/** Local accounts of the console: who may log in, with which roles. */
@NullMarked
package chevet.ward.account;

import org.jspecify.annotations.NullMarked;
