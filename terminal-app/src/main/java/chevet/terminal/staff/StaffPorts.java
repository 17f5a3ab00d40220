package chevet.terminal.staff;

import chevet.model.place.TerminalId;
import chevet.terminal.device.card.CardReader;
import chevet.terminal.link.Asks;
import chevet.terminal.link.Replica;
import chevet.terminal.shell.Interruptions;

/**
 * What the staff feature needs of the world.
 *
 * @param terminal stands in what a card signs
 */
public record StaffPorts(
        TerminalId terminal,
        CardReader cards,
        Asks asks,
        Replica replica,
        Interruptions interruptions) {}
