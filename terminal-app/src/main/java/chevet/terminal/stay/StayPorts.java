package chevet.terminal.stay;

import chevet.terminal.link.Commands;
import chevet.terminal.link.Outbox;
import chevet.terminal.link.Replica;

/** All that this feature needs from outside. */
public record StayPorts(Replica replica, Outbox outbox, Commands commands) {}
