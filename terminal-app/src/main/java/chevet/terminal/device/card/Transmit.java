package chevet.terminal.device.card;

/** The way to one card for as long as nobody else may speak with it. */
interface Transmit {
    /**
     * Sends a command APDU (ISO 7816-4) and returns the response with its status word.
     *
     * @throws PcscException when the card is gone or does not answer
     */
    byte[] transmit(byte[] command);
}
