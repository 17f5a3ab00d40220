package chevet.terminal.device.card;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * What is asked of a PIV card (NIST SP 800-73-4, part 2), with short APDUs. Of one session, after
 * {@link #select}.
 */
final class PivClient {
    /** A key and where its certificate lies. */
    enum Slot {
        /** Login: signs only after the code. */
        AUTHENTICATION(0x9A, 0x05),
        /** Presence: signs without. */
        CARD_AUTHENTICATION(0x9E, 0x01);

        private final int key;
        private final int object;

        Slot(int key, int object) {
            this.key = key;
            this.object = object;
        }
    }

    private static final byte[] APPLICATION = {
        0, (byte) 0xA4, 4, 0, 9, (byte) 0xA0, 0, 0, 3, 8, 0, 0, 0x10, 0, 0
    };
    private static final int OK = 0x9000;
    private static final int BLOCKED = 0x6983;
    private static final int CARD_PIN = 0x80;
    private static final int P256 = 0x11;

    /** No certificate is longer; a card that gives more is not listened to. */
    private static final int LONGEST = 16 * 1024;

    private final Transmit card;

    PivClient(Transmit card) {
        this.card = card;
    }

    /** False: it is no PIV card. */
    boolean select() {
        return send(APPLICATION).status() == OK;
    }

    /** The certificate of a slot, DER; empty where the card has none that can be read. */
    Optional<byte[]> certificate(Slot slot) {
        byte[] get = {
            0, (byte) 0xCB, 0x3F, (byte) 0xFF, 5, 0x5C, 3, 0x5F, (byte) 0xC1, (byte) slot.object, 0
        };
        Response object = send(get);
        if (object.status() != OK) {
            return Optional.empty();
        }
        return Tlv.find(object.data(), 0x53)
                .flatMap(
                        inside ->
                                Tlv.find(inside, 0x70)
                                        .flatMap(certificate -> unpacked(inside, certificate)));
    }

    /** CertInfo's lowest bit says that it is packed with gzip (SP 800-73-4, part 1, appendix A). */
    private static Optional<byte[]> unpacked(byte[] object, byte[] certificate) {
        boolean packed =
                Tlv.find(object, 0x71)
                        .filter(info -> info.length > 0 && (info[0] & 1) != 0)
                        .isPresent();
        if (!packed) {
            return Optional.of(certificate);
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(certificate))) {
            byte[] whole = in.readNBytes(LONGEST + 1);
            return whole.length > LONGEST ? Optional.empty() : Optional.of(whole);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** How many wrong codes it still forgives, without trying one; -1 when it does not say. */
    int triesLeft() {
        return left(send(new byte[] {0, 0x20, 0, (byte) CARD_PIN}).status());
    }

    /** Tries the code; empty when it was right, or how many tries are left. */
    Optional<Integer> verify(Pin pin) {
        byte[] command = new byte[5 + Pin.LONGEST];
        byte[] code = pin.padded();
        try {
            command[1] = 0x20;
            command[3] = (byte) CARD_PIN;
            command[4] = Pin.LONGEST;
            System.arraycopy(code, 0, command, 5, Pin.LONGEST);
            int status = send(command).status();
            return status == OK ? Optional.empty() : Optional.of(Math.max(0, left(status)));
        } finally {
            Arrays.fill(code, (byte) 0);
            Arrays.fill(command, (byte) 0);
        }
    }

    private static int left(int status) {
        if (status == BLOCKED) {
            return 0;
        }
        return (status & 0xFFF0) == 0x63C0 ? status & 0xF : -1;
    }

    /** ECDSA over P-256, DER; empty when the card will not sign. */
    Optional<byte[]> sign(Slot slot, byte[] digest) {
        int length = digest.length;
        ByteArrayOutputStream command = new ByteArrayOutputStream();
        command.writeBytes(
                new byte[] {0, (byte) 0x87, P256, (byte) slot.key, (byte) (length + 6), 0x7C});
        command.writeBytes(
                new byte[] {(byte) (length + 4), (byte) 0x82, 0, (byte) 0x81, (byte) length});
        command.writeBytes(digest);
        command.write(0);
        Response signed = send(command.toByteArray());
        if (signed.status() != OK) {
            return Optional.empty();
        }
        return Tlv.find(signed.data(), 0x7C).flatMap(inside -> Tlv.find(inside, 0x82));
    }

    @SuppressWarnings("ArrayRecordComponent") // On its way to be read, never compared.
    private record Response(byte[] data, int status) {}

    private Response send(byte[] command) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        byte[] part = answered(card.transmit(command));
        while (true) {
            whole.write(part, 0, part.length - 2);
            int status = status(part);
            boolean more = status >> 8 == 0x61;
            if (!more || whole.size() > LONGEST) {
                return new Response(whole.toByteArray(), more ? 0x6F00 : status);
            }
            part = answered(card.transmit(new byte[] {0, (byte) 0xC0, 0, 0, (byte) status}));
        }
    }

    private static byte[] answered(byte[] response) {
        if (response.length < 2) {
            throw new PcscException("answer", response.length);
        }
        return response;
    }

    private static int status(byte[] response) {
        int at = response.length - 2;
        return ((response[at] & 0xFF) << 8) | (response[at + 1] & 0xFF);
    }
}
