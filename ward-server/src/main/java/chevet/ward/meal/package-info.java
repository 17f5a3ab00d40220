/** Menus, profiles, trays and the kitchen. */
@NullMarked
package chevet.ward.meal;

import org.jspecify.annotations.NullMarked;
