package chevet.terminal.staff;

import chevet.model.place.TerminalId;
import chevet.terminal.device.Notebook;
import chevet.terminal.device.card.CardReader;
import chevet.terminal.link.Asks;
import chevet.terminal.link.Commands;
import chevet.terminal.link.Replica;
import chevet.terminal.link.WardSeal;
import chevet.terminal.shell.Interruptions;

/**
 * What the staff feature needs of the world.
 *
 * @param terminal stands in what a card signs
 * @param seal what the ward has signed
 * @param hours where the time is written down, see {@link SureTime}
 */
public record StaffPorts(
        TerminalId terminal,
        CardReader cards,
        Asks asks,
        Replica replica,
        Commands commands,
        WardSeal seal,
        Notebook hours,
        Interruptions interruptions) {}
