package chevet.terminal.record;

import chevet.model.record.RecordItem;
import chevet.model.record.RecordItem.Gravity;
import chevet.model.record.RecordPart;
import chevet.model.record.RecordSection;
import chevet.terminal.record.RecordModel.Standing;
import chevet.terminal.ui.Columns;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.WardTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** One row a section: its name, and beside it what the source says and how sure that is. */
final class RecordView {
    private static final double NAME_EMS = 7;
    private static final double SAID_EMS = 17;

    private final Kit kit;
    private final WardTime time;
    private final RecordWords words;
    private final RecordModel model;
    private final RecordInteractor interactor;
    private final VBox root = new VBox();

    /** Every text that is shown, so that all can be taken back. */
    private final List<StringProperty> texts = new ArrayList<>();

    RecordView(Kit kit, WardTime time, RecordModel model, RecordInteractor interactor) {
        this.kit = kit;
        this.time = time;
        this.words = new RecordWords(kit.words(), time);
        this.model = model;
        this.interactor = interactor;
        root.getStyleClass().add("record");
        root.setId("record");
        model.changes().addListener((_, _, _) -> draw());
        kit.words().languageProperty().addListener((_, _, _) -> draw());
    }

    Node root() {
        return root;
    }

    private void draw() {
        // What a label was given stays in its text layout until it is given something else.
        texts.forEach(text -> text.set(""));
        texts.clear();
        root.getChildren().clear();
        if (model.sections().isEmpty()) {
            return;
        }
        banner();
        model.sections()
                .forEach(
                        (section, standing) -> {
                            if (section != RecordSection.BANNER
                                    && !(standing instanceof Standing.Hidden)) {
                                root.getChildren().add(row(section, standing));
                            }
                        });
        hidden().ifPresent(root.getChildren()::add);
    }

    private void banner() {
        Standing standing =
                model.sections().getOrDefault(RecordSection.BANNER, new Standing.Hidden());
        if (standing instanceof Standing.Shown(RecordPart part)
                && part.state() == RecordPart.State.PRESENT) {
            Map<String, RecordItem> who =
                    part.items().stream()
                            .collect(
                                    Collectors.toMap(
                                            item -> item.kind().orElse(""),
                                            item -> item,
                                            (first, _) -> first));
            List<String> title = new ArrayList<>();
            Optional.ofNullable(who.get("name")).ifPresent(name -> title.add(name.text()));
            Optional.ofNullable(who.get("birth"))
                    .filter(birth -> !birth.text().isEmpty())
                    .ifPresent(
                            birth ->
                                    title.add(
                                            kit.words()
                                                    .count(
                                                            "record.age",
                                                            Integer.parseInt(birth.text()))));
            Label head = kit.strong(said(String.join(" · ", title)));
            head.getStyleClass().add("record-who");
            head.setId("record-who");
            root.getChildren().add(head);
            List<String> more = new ArrayList<>();
            Optional.ofNullable(who.get("birth"))
                    .flatMap(RecordItem::at)
                    .ifPresent(at -> more.add(kit.words().text("record.born", words.when(at))));
            Optional.ofNullable(who.get("sex"))
                    .ifPresent(sex -> more.add(kit.words().text("record.sex." + sex.text())));
            Optional.ofNullable(who.get("number"))
                    .ifPresent(
                            number -> more.add(kit.words().text("record.number", number.text())));
            more.add(read(part));
            root.getChildren().add(kit.secondary(said(String.join(" · ", more))));
            Optional.ofNullable(who.get("deceased"))
                    .ifPresent(item -> root.getChildren().add(line(item)));
            unread(part).ifPresent(root.getChildren()::add);
        } else if (!(standing instanceof Standing.Hidden)) {
            root.getChildren().add(row(RecordSection.BANNER, standing));
        }
    }

    private String read(RecordPart part) {
        return kit.words()
                .text(
                        "record.read",
                        part.source(),
                        kit.words().time(time.at(part.at()).toLocalTime()));
    }

    private Node row(RecordSection section, Standing standing) {
        Label name = kit.secondary(kit.words().live("record.section." + word(section)));
        VBox said = new VBox();
        said.getStyleClass().add("record-said");
        said.getChildren().addAll(content(section, standing));
        Columns row =
                new Columns(kit.look(), 12).add(new VBox(name), NAME_EMS, 0).add(said, SAID_EMS, 1);
        row.getStyleClass().add("record-row");
        row.setId("record-" + word(section));
        return row;
    }

    static String word(RecordSection section) {
        return section.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private List<Node> content(RecordSection section, Standing standing) {
        return switch (standing) {
            case Standing.Reading _ -> List.of(kit.secondary(kit.words().live("record.reading")));
            case Standing.Silent _ -> retry(section, "record.silent");
            case Standing.Refused(String code) ->
                    retry(
                            section,
                            kit.words().has("record." + code)
                                    ? "record." + code
                                    : "record.refused");
            case Standing.Hidden _ -> List.of();
            case Standing.Shown(RecordPart part) -> part(section, part);
        };
    }

    private List<Node> part(RecordSection section, RecordPart part) {
        List<Node> nodes = new ArrayList<>();
        switch (part.state()) {
            case PRESENT, NONE -> {
                if (section == RecordSection.MEDICATION) {
                    nodes.add(kit.strong(said(medication(part))));
                }
                part.items().forEach(item -> nodes.add(line(item)));
            }
            case MISSING -> nodes.add(state("record.missing." + word(section)));
            case LATE -> nodes.addAll(retry(section, "record.late"));
            case UNREADABLE -> nodes.addAll(retry(section, "record.unreadable"));
            case UNKNOWN_PATIENT -> nodes.add(state("record.unknown-patient"));
        }
        unread(part).ifPresent(nodes::add);
        if (part.more()) {
            nodes.add(state("record.more"));
        }
        nodes.add(kit.secondary(said(read(part))));
        return nodes;
    }

    private String medication(RecordPart part) {
        Optional<String> next =
                part.items().stream()
                        .flatMap(item -> item.next().stream())
                        .findFirst()
                        .map(at -> kit.words().text("record.next", words.when(at)));
        String count = kit.words().count("record.running", part.items().size());
        return next.map(due -> count + " · " + due).orElse(count);
    }

    private Optional<Node> unread(RecordPart part) {
        return part.unreadable() > 0 && part.state() != RecordPart.State.UNREADABLE
                ? Optional.of(
                        warning(
                                said(
                                        kit.words()
                                                .count(
                                                        "record.some-unreadable",
                                                        part.unreadable()))))
                : Optional.empty();
    }

    private Node line(RecordItem item) {
        Label text = kit.strong(said(words.line(item)));
        if (item.gravity() != Gravity.PLAIN) {
            text.setGraphic(new Icon(Icon.Shape.WARNING));
            text.getStyleClass()
                    .add(item.gravity() == Gravity.ALERT ? "record-alert" : "record-warn");
        }
        VBox line = new VBox(text, kit.secondary(said(words.below(item))));
        line.getStyleClass().add("record-line");
        words.trend(item)
                .ifPresent(
                        trend ->
                                line.getChildren()
                                        .add(
                                                kit.row(
                                                        new Sparkline(item.trend(), trend),
                                                        kit.secondary(said(trend)))));
        return line;
    }

    private Node state(String key) {
        return warning(kit.words().live(key));
    }

    private Label warning(ObservableValue<String> text) {
        Label label = kit.text(text);
        label.setGraphic(new Icon(Icon.Shape.HELP));
        label.getStyleClass().add("record-warn");
        return label;
    }

    private List<Node> retry(RecordSection section, String key) {
        return List.of(
                state(key),
                kit.button(Icon.Shape.REPEAT, "record.again", () -> interactor.again(section)));
    }

    /**
     * Which sections the profile may not see: said by name, so that nobody takes them for empty.
     */
    private Optional<Node> hidden() {
        String names =
                model.sections().entrySet().stream()
                        .filter(each -> each.getValue() instanceof Standing.Hidden)
                        .map(each -> kit.words().text("record.section." + word(each.getKey())))
                        .collect(Collectors.joining(", "));
        if (names.isEmpty()) {
            return Optional.empty();
        }
        Columns row =
                new Columns(kit.look(), 12)
                        .add(kit.secondary(kit.words().live("record.hidden")), NAME_EMS, 0)
                        .add(
                                kit.secondary(said(kit.words().text("record.hidden-what", names))),
                                SAID_EMS,
                                1);
        row.getStyleClass().add("record-row");
        row.setId("record-hidden");
        return Optional.of(row);
    }

    private StringProperty said(String text) {
        StringProperty said = new SimpleStringProperty(text);
        texts.add(said);
        return said;
    }
}
