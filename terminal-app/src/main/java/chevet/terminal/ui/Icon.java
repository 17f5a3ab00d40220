package chevet.terminal.ui;

import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/**
 * A line drawing of 24 x 24 units that grows with the text beside it; its colour is the style
 * sheet's {@code -ink-here}. It never stands for a word alone: what it is on has an accessible
 * name.
 */
public final class Icon extends Region {
    private static final double GRID = 24;

    /** The drawings, as SVG paths that are stroked and not filled. */
    public enum Shape {
        HOME("M4 11L12 4L20 11V20H15V14H9V20H4Z"),
        BED("M3 5V20M3 9H17a4 4 0 0 1 4 4V20M3 16H21M8 9V16"),
        MEAL("M5 3V8a2.5 2.5 0 0 0 5 0V3M7.5 3V21M18 21V3c-2.6 1-3.6 4-3.6 7V14H18"),
        VOLUME(true, "M4 9H7L12 5V19L7 15H4ZM15.5 9a4 4 0 0 1 0 6M18 6a8 8 0 0 1 0 12"),
        MUTE(true, "M4 9H7L12 5V19L7 15H4ZM16 10L21 15M21 10L16 15"),
        MOON("M20 14A8.3 8.3 0 1 1 10 4A6.6 6.6 0 0 0 20 14Z"),
        SUN(
                "M12 2V4M12 20V22M2 12H4M20 12H22M5 5L6.4 6.4M17.6 17.6L19 19M5 19L6.4"
                        + " 17.6M17.6 6.4L19 5M16 12a4 4 0 1 1-8 0a4 4 0 1 1 8 0Z"),
        CONTRAST("M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18ZM12 3V21M15.5 4.6V19.4M18.7 7V17"),
        DISPLAY("M2.5 19L8.5 5L14.5 19M4.7 14.5H12.3M15.5 19L18.5 11.5L21.5 19M16.6 16.5H20.4"),
        LANGUAGE("M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18ZM3 12H21M12 3c-5 5-5 13 0 18c5-5 5-13 0-18Z"),
        BACK(true, "M19 12H5M11 6L5 12L11 18"),
        NEXT(true, "M9 6L15 12L9 18"),
        BEFORE(true, "M15 6L9 12L15 18"),
        UP("M6 15L12 9L18 15"),
        DOWN("M6 9L12 15L18 9"),
        PLUS("M12 5V19M5 12H19"),
        MINUS("M5 12H19"),
        CLOSE("M6 6L18 18M18 6L6 18"),
        CHECK("M5 13L10 18L19 7"),
        CLOCK("M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18ZM12 7V12L15.5 14"),
        CALENDAR("M4 6H20V20H4ZM4 10.5H20M8 3V6M16 3V6"),
        REPEAT(
                "M4 11a8 8 0 0 1 14-4.5L20 8.5M20 4V8.5H15.5M20 13a8 8 0 0 1-14 4.5L4 15.5M4"
                        + " 20V15.5H8.5"),
        CIRCLE("M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18Z"),
        CHOSEN("M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18ZM8 12.5L11 15.5L16 9.5"),
        WARNING("M12 3L19 6V11c0 5-3 8-7 10c-4-2-7-5-7-10V6ZM12 8V12M12 16V16.01"),
        INFO("M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18ZM12 11V16.5M12 7.7V7.71"),
        HELP(
                "M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18ZM9.3 9.6a2.7 2.7 0 1 1 3.8 2.4c-0.8 0.4-1.1"
                        + " 0.9-1.1 1.7M12 17V17.01"),
        OFFLINE("M12 18.5V18.51M8.5 15a5 5 0 0 1 7 0M5 11.5a10 10 0 0 1 14 0M4 3L20 21"),
        PLAY("M8 5L18.5 12L8 19Z"),
        PAUSE("M9 5V19M15 5V19"),
        FILM("M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18ZM10.2 8.2L15.6 12L10.2 15.8Z"),
        BACK_A_LITTLE("M5 12a7.5 7.5 0 1 1 2.6 5.7M4.2 6.6L5 12L10.2 10.6"),
        CHAPTERS("M9 6.5H20M9 12H20M9 17.5H20M4.5 6.5H4.51M4.5 12H4.51M4.5 17.5H4.51"),
        SPEAKING(
                true,
                "M9 4.5a3.8 3.8 0 1 0 0 7.6a3.8 3.8 0 1 0 0-7.6ZM2.5 20c0-3.6 2.9-5.4 6.5-5.4s6.5"
                        + " 1.8 6.5 5.4M17 6.5a5 5 0 0 1 0 5M19.5 4.5a8.5 8.5 0 0 1 0 9"),
        TEAM(
                "M6 3.5V9a4 4 0 0 0 8 0V3.5M4.5 3.5H7M13 3.5H15.5M10 13V15.5a4.5 4.5 0 0 0 9"
                        + " 0V12.5M19 9a1.8 1.8 0 1 0 0 3.6a1.8 1.8 0 1 0 0-3.6Z"),
        SENDING("M12 16V5M7 10L12 5L17 10M4 20H20"),
        ERASE(true, "M9 5H20.5V19H9L3 12ZM12 9.5L16.5 14.5M16.5 9.5L12 14.5"),
        CARD(
                "M3 5H21V19H3ZM9 7.8a2.2 2.2 0 1 0 0 4.4a2.2 2.2 0 1 0 0-4.4ZM5.6 16.5a3.5 3.5 0 0 1 6.8"
                        + " 0M15 9H18.5M15 12.5H18.5"),
        LOCK("M6 11H18V20H6ZM8 11V8a4 4 0 0 1 8 0V11"),
        TELEVISION("M3 7H21V19H3ZM8 3L12 7L16 3M9 22H15"),
        RADIO(
                "M3 9H21V20H3ZM6 9L17 4M8 17a2.5 2.5 0 1 0 0-5a2.5 2.5 0 0 0 0 5ZM14 13H18M14 16.5H18"),
        TEXTS("M3 5H21V19H3ZM6.5 12H10M13 12H17.5M6.5 15.5H14M17 15.5H17.5"),
        STAR("M12 3L14.7 9L21 9.7L16.3 14L17.6 20.5L12 17.2L6.4 20.5L7.7 14L3 9.7L9.3" + " 9Z"),
        ENLARGE("M4 9V4H9M15 4H20V9M20 15V20H15M9 20H4V15"),
        REDUCE("M9 4V9H4M20 9H15V4M15 20V15H20M4 15H9V20"),
        SWAP("M4 8H19M15 4L19 8L15 12M20 16H5M9 12L5 16L9 20"),
        KEYPAD(
                "M6 6V6.01M12 6V6.01M18 6V6.01M6 12V12.01M12 12V12.01M18 12V12.01M6 18V18.01M12"
                        + " 18V18.01M18 18V18.01"),
        SHIFT("M12 4L20 12H15.5V20H8.5V12H4Z"),
        SPACE("M4 11V16H20V11"),
        BELL("M6 10a6 6 0 0 1 12 0V15L20 18H4L6 15ZM10 21H14"),
        PILLOW("M4 6c5 2 11 2 16 0c-2 4-2 8 0 12c-5-2-11-2-16 0c2-4 2-8 0-12Z"),
        BLANKET("M4 5H20V16a4 4 0 0 1-4 4H4ZM4 9H20M4 12.500H20M16 20c-2-1-2-4 0-5H20"),
        WATER("M12 3c4 5 6 7.500 6 11a6 6 0 0 1-12 0c0-3.500 2-6 6-11Z"),
        BLIND("M4 4H20M6 4V16H18V4M6 8H18M6 12H18M12 16V20"),
        STAY(
                "M4 6H20V12M4 6V20H11M4 10.500H20M8 3V6M16 3V6M17 21l-3.500-3.600a2.300 2.300 0 0 1"
                        + " 3.500-2.900a2.300 2.300 0 0 1 3.500 2.900Z"),
        PERSON("M12 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8ZM4 21c0-4.500 3.500-6.500 8-6.500s8 2 8 6.500"),
        FOLDER("M3 6H10L12 8.500H21V19H3Z"),
        HEADPHONES("M4 17V12a8 8 0 0 1 16 0V17M4 14H7V20H4ZM17 14H20V20H17Z");

        private final boolean directed;
        private final String path;

        Shape(String path) {
            this(false, path);
        }

        Shape(boolean directed, String path) {
            this.directed = directed;
            this.path = path;
        }
    }

    private final SVGPath line = new SVGPath();
    private final Scale scale = new Scale(1, 1);

    /** As high as one and a fifth of the text around it, unless a style sheet says otherwise. */
    public Icon(Shape shape) {
        getStyleClass().add("icon");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMouseTransparent(true);
        line.getStyleClass().add("icon-line");
        line.getTransforms().add(scale);
        line.setManaged(false);
        getChildren().add(line);
        show(shape);
    }

    public void show(Shape shape) {
        line.setContent(shape.path);
        // Arrows point the other way where lines run from right to left; a tick does not.
        setNodeOrientation(
                shape.directed ? NodeOrientation.INHERIT : NodeOrientation.LEFT_TO_RIGHT);
    }

    @Override
    protected void layoutChildren() {
        double side = Math.min(getWidth(), getHeight());
        scale.setX(side / GRID);
        scale.setY(side / GRID);
        line.relocate(0, 0);
        line.setLayoutX((getWidth() - side) / 2);
        line.setLayoutY((getHeight() - side) / 2);
    }
}
