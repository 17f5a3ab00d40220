/** The only door to MQTT and SQLite: outbox, replica, reconnect. */
@NullMarked
package chevet.terminal.link;

import org.jspecify.annotations.NullMarked;
