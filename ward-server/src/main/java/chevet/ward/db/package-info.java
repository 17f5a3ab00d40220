/** The door to the database: writer with group commit, readers, migrations. */
@NullMarked
package chevet.ward.db;

import org.jspecify.annotations.NullMarked;
