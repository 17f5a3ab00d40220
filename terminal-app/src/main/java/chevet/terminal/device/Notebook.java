package chevet.terminal.device;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A few words that this device keeps when it is switched off: one small file, replaced whole. One
 * that cannot be read counts as empty, and one that cannot be written is logged: nobody is kept
 * from anything by it. Never on the JavaFX thread.
 */
public final class Notebook {
    private static final Logger LOG = LoggerFactory.getLogger(Notebook.class);

    private final Path file;

    public Notebook(Path file) {
        this.file = file;
    }

    /** What was last written; empty where nothing was. */
    public Map<String, String> read() {
        OffScreen.check("notebook");
        if (!Files.exists(file)) {
            return Map.of();
        }
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            read.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("notebook.not-read fault={}", e.getClass().getSimpleName());
            return Map.of();
        }
        Map<String, String> words = new TreeMap<>();
        read.stringPropertyNames().forEach(name -> words.put(name, read.getProperty(name)));
        return words;
    }

    /** Replaces all that was written. */
    public void write(Map<String, String> words) {
        OffScreen.check("notebook");
        Properties written = new Properties();
        written.putAll(words);
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (Writer writer = Files.newBufferedWriter(next)) {
                written.store(writer, null);
            }
            Files.move(
                    next,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("notebook.not-written fault={}", e.getClass().getSimpleName());
        }
    }

    /** Forgets all of it. */
    public void erase() {
        OffScreen.check("notebook");
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("notebook.not-erased fault={}", e.getClass().getSimpleName());
        }
    }
}
