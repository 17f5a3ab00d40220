package chevet.ward;

import chevet.config.WardConfig;
import java.nio.file.Path;

/** Where a server keeps what, under its two directories. */
record Layout(Path data, Path keys) {
    static Layout of(WardConfig config) {
        return new Layout(config.data(), config.keys());
    }

    Path database() {
        return data.resolve("ward.db");
    }

    /** Films, days of guides, pictures: what terminals fetch by HTTP. */
    Path objects() {
        return data.resolve("content");
    }

    /** Not under the data: it holds, while the server runs, the key of its certificate. */
    Path broker() {
        return keys.resolve("broker");
    }

    Path authority() {
        return keys.resolve("ca");
    }

    /** The key that signs the audit, and what it signed last. */
    Path audit() {
        return keys.resolve("audit");
    }

    Path stayKeys() {
        return keys.resolve("stays");
    }

    /** The secret of the hospital's feed. */
    Path feedSecret() {
        return keys.resolve("hl7").resolve("secret");
    }
}
