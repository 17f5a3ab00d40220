package chevet.terminal.shell;

import chevet.terminal.ui.Kit;
import javafx.beans.binding.Bindings;
import javafx.scene.layout.StackPane;

/** Says how loud the ward allows it to be; there only while it allows less than all. */
public final class CapNote extends StackPane {
    public CapNote(Kit kit, Quiet quiet) {
        super(
                kit.secondary(
                        Bindings.createStringBinding(
                                () ->
                                        kit.words()
                                                .text(
                                                        "shell.capped",
                                                        quiet.greatestProperty().get()),
                                quiet.greatestProperty(),
                                kit.words().languageProperty())));
        Kit.shownWhen(
                this,
                Bindings.createBooleanBinding(
                        () -> quiet.greatestProperty().get() < Quiet.LOUDEST,
                        quiet.greatestProperty()));
    }
}
