package chevet.terminal.meal;

import chevet.terminal.link.Commands;
import chevet.terminal.link.Outbox;
import chevet.terminal.link.Replica;
import chevet.terminal.ui.PictureSource;

/** All that the meals screen needs from outside. */
public record MealPorts(
        Replica replica, Outbox outbox, Commands commands, PictureSource pictures) {}
