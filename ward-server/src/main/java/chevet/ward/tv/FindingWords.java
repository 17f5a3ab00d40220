package chevet.ward.tv;

import chevet.config.Problem;
import chevet.model.text.Language;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What a feed got wrong and what was done about it, in the words of one language. */
public final class FindingWords {
    private final Language language;
    private final Locale locale;
    private final ResourceBundle words;

    private FindingWords(Language language) {
        this.language = language;
        this.locale = Locale.forLanguageTag(language.tag());
        this.words =
                ResourceBundle.getBundle(
                        TvRoutes.WORDS.replace('/', '.'),
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public static FindingWords in(Language language) {
        return new FindingWords(language);
    }

    /** What was wrong. */
    public String what(Finding finding) {
        return said("tv.found." + finding.kind(), finding);
    }

    /** What was done about it. */
    public String done(Finding finding) {
        return said("tv.did." + finding.kind(), finding);
    }

    /** One line each; and one for those of a kind that are not told one by one. */
    public List<Problem> problems(String file, Report report) {
        List<Problem> problems = new ArrayList<>();
        for (Finding finding : report.findings()) {
            problems.add(
                    new Problem(
                            file,
                            finding.line(),
                            0,
                            finding.kind().name(),
                            what(finding) + " → " + done(finding)));
        }
        if (report.untold() > 0) {
            problems.add(
                    new Problem(
                            file,
                            0,
                            0,
                            "…",
                            new MessageFormat(words.getString("tv.untold"), locale)
                                    .format(new Object[] {report.untold()})));
        }
        return problems;
    }

    private String said(String key, Finding finding) {
        // Between right-to-left words, addresses and times keep their own direction (UAX #9).
        Object[] about = finding.about().stream().map(word -> "\u2068" + word + "\u2069").toArray();
        Object[] plain = finding.about().toArray();
        return new MessageFormat(words.getString(key), locale)
                .format(language.rightToLeft() ? about : plain);
    }
}
