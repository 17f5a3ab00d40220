package chevet.sim;

import chevet.model.stay.StayId;
import chevet.terminal.link.MemoryKeys;
import chevet.ward.keys.StayKeys;

/** The server's keys, without a disk; never destroyed, since a restore may bring a stay back. */
final class SimKeys implements StayKeys {
    private final MemoryKeys keys = new MemoryKeys();

    @Override
    public void make(StayId stay) {
        keys.make(stay);
    }

    @Override
    public byte[] seal(StayId stay, String place, byte[] plain) {
        return keys.seal(stay, place, plain);
    }

    @Override
    public byte[] open(StayId stay, String place, byte[] sealed) {
        return keys.open(stay, place, sealed);
    }

    @Override
    public void putAway(StayId stay) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void restore(StayId stay) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void destroy(StayId stay) {
        throw new UnsupportedOperationException();
    }
}
