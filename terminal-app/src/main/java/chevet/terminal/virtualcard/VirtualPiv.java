package chevet.terminal.virtualcard;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * The mind of a PIV card (NIST SP 800-73-4, parts 1 and 2): its data objects, its code with three
 * tries, its two keys. Its tries outlive its being taken out. Of one thread at a time.
 */
final class VirtualPiv {
    /** T=1, five historical bytes, check byte. */
    static final byte[] ATR = Bytes.hex("3B 85 01 43 68 65 76 74 C8");

    private static final byte[] AID = Bytes.hex("A000000308 00001000 0100");
    private static final int TRIES = 3;
    private static final int OK = 0x9000;
    private static final int PIN_KEY = 0x80;
    private static final int P256 = 0x11;

    private final CardFiles files;
    private final Map<String, byte[]> objects = new HashMap<>();
    private final ByteArrayOutputStream chain = new ByteArrayOutputStream();
    private byte[] rest = new byte[0];
    private int tries = TRIES;
    private boolean verified;

    VirtualPiv(CardFiles files) {
        this.files = files;
        objects.put("5fc105", certificate(files.authentication().certificate()));
        objects.put("5fc101", certificate(files.presence().certificate()));
        objects.put("5fc102", Bytes.object(0x53, holder()));
        objects.put("5fc107", Bytes.object(0x53, capabilities()));
        // The discovery object has a tag of its own and stands in no other.
        objects.put("7e", Bytes.object(0x7E, Bytes.object(0x4F, AID), Bytes.hex("5F2F 02 40 00")));
    }

    private static byte[] certificate(byte[] der) {
        return Bytes.object(
                0x53, Bytes.object(0x70, der), Bytes.object(0x71, new byte[1]), Bytes.object(0xFE));
    }

    /** Card holder unique identifier: what a clone copies. */
    private byte[] holder() {
        return Bytes.joined(
                Bytes.object(0x30, new byte[25]),
                Bytes.object(0x34, Arrays.copyOf(hash(files.presence().certificate()), 16)),
                Bytes.object(0x35, "20351231".getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
                Bytes.object(0x3E),
                Bytes.object(0xFE));
    }

    private static byte[] capabilities() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Bytes.object(0xF0, new byte[21]));
        out.writeBytes(Bytes.hex("F1 01 21 F2 01 21 F3 00 F4 01 00 F5 01 10"));
        out.writeBytes(Bytes.hex("F6 00 F7 00 FA 00 FB 00 FC 00 FD 00 FE 00"));
        return out.toByteArray();
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Power off or reset: whoever had given the code has to give it again. */
    void reset() {
        verified = false;
        chain.reset();
        rest = new byte[0];
    }

    /** The response to a command APDU, with its status word. */
    byte[] respond(byte[] bytes) {
        Optional<CommandApdu> command = CommandApdu.read(bytes);
        if (command.isEmpty()) {
            return status(0x6700);
        }
        CommandApdu apdu = command.get();
        if (apdu.chained()) {
            chain.writeBytes(apdu.data());
            return status(OK);
        }
        chain.writeBytes(apdu.data());
        byte[] data = chain.toByteArray();
        chain.reset();
        return switch (apdu.ins()) {
            case 0xA4 -> select(apdu, data);
            case 0xCB -> data(apdu, data);
            case 0xC0 -> part(apdu.most());
            case 0x20 -> verify(apdu, data);
            case 0x87 -> sign(apdu, data);
            default -> status(0x6D00);
        };
    }

    private byte[] select(CommandApdu apdu, byte[] aid) {
        boolean mine =
                apdu.p1() == 4
                        && aid.length >= 5
                        && aid.length <= AID.length
                        && Arrays.equals(aid, Arrays.copyOf(AID, aid.length));
        if (!mine) {
            return status(0x6A82);
        }
        return answer(
                Bytes.object(
                        0x61,
                        Bytes.object(0x4F, Arrays.copyOfRange(AID, 5, AID.length)),
                        Bytes.object(0x79, Bytes.object(0x4F, Arrays.copyOf(AID, 5)))),
                apdu);
    }

    private byte[] data(CommandApdu apdu, byte[] list) {
        if (apdu.p1() != 0x3F || apdu.p2() != 0xFF || list.length < 3 || list[0] != 0x5C) {
            return status(0x6A86);
        }
        byte[] object = objects.get(HexFormat.of().formatHex(list, 2, list.length));
        return object == null ? status(0x6A82) : answer(object, apdu);
    }

    private byte[] verify(CommandApdu apdu, byte[] code) {
        if (apdu.p2() != PIN_KEY) {
            return status(0x6A88);
        }
        if (code.length == 0) {
            return status(verified ? OK : left());
        }
        if (tries == 0) {
            return status(left());
        }
        verified = MessageDigest.isEqual(code, files.pin());
        tries = verified ? TRIES : tries - 1;
        return status(verified ? OK : left());
    }

    private int left() {
        return tries == 0 ? 0x6983 : 0x63C0 | tries;
    }

    private byte[] sign(CommandApdu apdu, byte[] template) {
        Optional<CardFiles.Slot> slot =
                switch (apdu.p2()) {
                    case 0x9A -> Optional.of(files.authentication());
                    case 0x9E -> Optional.of(files.presence());
                    default -> Optional.empty();
                };
        if (apdu.p1() != P256 || slot.isEmpty()) {
            return status(0x6A86);
        }
        if (apdu.p2() == 0x9A && !verified) {
            return status(0x6982);
        }
        // 7C { 82 00 81 L digest }: what stands before the digest has a fixed length for P-256.
        int digest = template.length - 32;
        boolean wellFormed =
                digest >= 4
                        && template[0] == 0x7C
                        && (template[digest - 2] & 0xFF) == 0x81
                        && template[digest - 1] == 32;
        if (!wellFormed) {
            return status(0x6A80);
        }
        try {
            Signature signature = Signature.getInstance("NONEwithECDSA");
            signature.initSign(slot.get().key());
            signature.update(template, digest, 32);
            return answer(Bytes.object(0x7C, Bytes.object(0x82, signature.sign())), apdu);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a card without a key", e);
        }
    }

    private byte[] answer(byte[] whole, CommandApdu apdu) {
        rest = whole;
        return part(apdu.most() == 0 ? 256 : apdu.most());
    }

    private byte[] part(int most) {
        int length = Math.min(rest.length, most);
        byte[] part = Arrays.copyOf(rest, length);
        rest = Arrays.copyOfRange(rest, length, rest.length);
        int status = rest.length == 0 ? OK : 0x6100 | Math.min(rest.length, 0xFF);
        return Bytes.joined(part, status(status));
    }

    private static byte[] status(int word) {
        return new byte[] {(byte) (word >> 8), (byte) word};
    }
}
