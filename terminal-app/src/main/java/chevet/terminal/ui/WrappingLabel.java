package chevet.terminal.ui;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.text.Text;

/**
 * A label whose lines are broken where it is too narrow, in every script. JavaFX 26 breaks Latin
 * lines itself; where it breaks inside right-to-left text it fails with an index out of bounds
 * (PrismTextLayout.computeTrailingSpaceWidth reads wrong offsets of the run it has just split), so
 * Arabic is broken here, between words, before JavaFX sees it.
 */
final class WrappingLabel extends Label {
    private final StringProperty full = new SimpleStringProperty("");
    private final Text ruler = new Text();
    private final Heights preferred = new Heights();
    private final Heights least = new Heights();

    WrappingLabel(ObservableValue<String> text) {
        full.addListener((_, _, _) -> rebreak());
        fontProperty().addListener((_, _, _) -> rebreak());
        widthProperty().addListener((_, _, _) -> rebreak());
        full.bind(text);
        rebreak();
    }

    /** True where JavaFX cannot break the lines of a text itself. */
    static boolean rightToLeft(String text) {
        return text.chars().anyMatch(each -> each >= 0x590 && each <= 0x8FF);
    }

    /** Its height hangs on its width in every script, whoever breaks the lines. */
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return rightToLeft(full.get())
                ? Math.ceil(measure(full.get()).getWidth()) + around() + 6
                : super.computePrefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return preferred.at(width, this::preferredHeight);
    }

    @Override
    protected double computeMinHeight(double width) {
        return least.at(width, super::computeMinHeight);
    }

    /** Whatever changes how high it is asks for a layout, at first while it is being made. */
    @Override
    public void requestLayout() {
        Heights.forget(preferred);
        Heights.forget(least);
        super.requestLayout();
    }

    private double preferredHeight(double width) {
        if (width < 0 || !rightToLeft(full.get())) {
            return super.computePrefHeight(width);
        }
        // Fallback fonts may make a line a little higher than the label's own font does.
        double text = Math.ceil(measure(broken(width)).getHeight() * 1.08) + 1;
        double graphic = getGraphic() == null ? 0 : getGraphic().prefHeight(-1);
        return snapSizeY(Math.max(text, graphic))
                + snappedTopInset()
                + snappedBottomInset()
                + getLabelPadding().getTop()
                + getLabelPadding().getBottom();
    }

    @Override
    protected void layoutChildren() {
        // The icon beside the text may have grown since the lines were broken.
        rebreak();
        super.layoutChildren();
    }

    private void rebreak() {
        boolean ours = rightToLeft(full.get());
        setWrapText(!ours);
        setText(ours && getWidth() > 0 ? broken(getWidth()) : full.get());
    }

    private String broken(double width) {
        // A little less, or rounding makes JavaFX cut a line that just fits.
        double room = width - around() - 4;
        StringBuilder lines = new StringBuilder();
        String line = "";
        for (String word : full.get().split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || measure(longer).getWidth() <= room) {
                line = longer;
            } else {
                lines.append(line).append('\n');
                line = word;
            }
        }
        return lines.append(line).toString();
    }

    private Bounds measure(String text) {
        ruler.setFont(getFont());
        ruler.setLineSpacing(getLineSpacing());
        ruler.setText(text);
        return ruler.getLayoutBounds();
    }

    private double around() {
        double graphic =
                getGraphic() == null ? 0 : getGraphic().prefWidth(-1) + getGraphicTextGap();
        return snappedLeftInset()
                + snappedRightInset()
                + getLabelPadding().getLeft()
                + getLabelPadding().getRight()
                + graphic;
    }
}
