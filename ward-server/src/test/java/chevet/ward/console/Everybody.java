package chevet.ward.console;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Looks at pages as the console's people do, and notes what is wrong with what they see. */
final class Everybody {
    private record Eyes(String name, String locale, ColorScheme scheme, int width) {}

    private static final List<Eyes> ALL =
            List.of(
                    new Eyes("day", "fr-FR", ColorScheme.LIGHT, 1280),
                    new Eyes("dark", "en-GB", ColorScheme.DARK, 1280),
                    new Eyes("arabic", "ar", ColorScheme.LIGHT, 1280),
                    new Eyes("phone", "fr-FR", ColorScheme.LIGHT, 390));

    private final Chromium chromium;
    private final List<String> faults = new ArrayList<>();

    Everybody(Chromium chromium) {
        this.chromium = chromium;
    }

    /**
     * Goes the way once for each.
     *
     * @param way from the login on; says by a name where there is something to look at
     * @return all faults, each with the name and whose eyes saw it
     */
    List<String> goes(BiConsumer<Page, Consumer<String>> way) {
        for (Eyes eyes : ALL) {
            Page page = chromium.open(eyes.locale(), eyes.scheme(), eyes.width(), 800);
            page.navigate("/login");
            way.accept(page, name -> look(page, name, eyes.name()));
            page.context().close();
        }
        return List.copyOf(faults);
    }

    private void look(Page page, String name, String eyes) {
        PageFaults.of(page).forEach(fault -> faults.add(name + ", " + eyes + ": " + fault));
        Chromium.picture(page, name + "-" + eyes);
    }
}
