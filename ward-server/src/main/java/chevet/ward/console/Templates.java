package chevet.ward.console;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/** The pages' templates, compiled with the program. Every value is escaped where it stands. */
final class Templates {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    /**
     * @param template its path under {@code src/main/jte}
     */
    String render(String template, Frame frame, Object page) {
        StringOutput output = new StringOutput();
        engine.render(template, Map.of("frame", frame, "page", page), output);
        return output.toString();
    }
}
