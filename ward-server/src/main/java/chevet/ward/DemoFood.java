package chevet.ward;

import static chevet.ward.DemoPen.arc;
import static chevet.ward.DemoPen.circle;
import static chevet.ward.DemoPen.fill;
import static chevet.ward.DemoPen.lighter;
import static chevet.ward.DemoPen.line;
import static chevet.ward.DemoPen.outline;
import static chevet.ward.DemoPen.rounded;
import static chevet.ward.DemoPen.shade;
import static chevet.ward.DemoPen.stroke;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** What lies on a {@link DemoPlate}: each shape is drawn round the middle. */
final class DemoFood {
    /** How far it reaches from the middle. */
    private static final double REACH = 40;

    private static final Color BONE = new Color(0xE4DED2);

    private DemoFood() {}

    /**
     * Draws it.
     *
     * @param shape one that {@code plates.csv} names
     */
    static void part(Graphics2D g, String shape, Color colour) {
        switch (shape) {
            case "fish" -> fish(g, colour);
            case "drumstick" -> drumstick(g, colour);
            case "egg" -> egg(g);
            case "ham", "omelette", "flan" -> folded(g, colour);
            case "slab" -> slab(g, colour);
            case "gratin" -> gratin(g, colour);
            case "sausage" -> stroke(g, arc(-34, -34, 68, 60, 200, 140), 22, colour);
            case "shrimps" -> {
                stroke(g, arc(-34, -30, 34, 34, 40, 250), 11, colour);
                stroke(g, arc(2, -14, 32, 32, 20, 250), 11, colour);
                stroke(g, arc(-26, 8, 32, 30, 60, 250), 11, colour);
            }
            case "mussels" -> scatter(g, 6, 13, 9, colour, new Color(0xE8A24A));
            case "prunes" -> scatter(g, 5, 10, 8, colour, colour.brighter());
            case "mushrooms" -> scatter(g, 6, 11, 9, colour, colour.darker());
            case "dots" -> scatter(g, 30, 6, 6, colour, colour);
            case "discs" -> scatter(g, 8, 13, 13, colour, lighter(colour));
            case "potatoes" -> scatter(g, 5, 17, 13, colour, lighter(colour));
            case "cubes" -> bars(g, 8, 17, 17, colour);
            case "sticks" -> bars(g, 8, 46, 8, colour);
            case "strips" -> bars(g, 7, 34, 10, colour);
            case "rolls" -> bars(g, 3, 42, 22, colour);
            case "slices" -> bars(g, 3, 52, 24, colour);
            case "butter" -> bars(g, 1, 22, 18, colour);
            case "rusks" -> bars(g, 2, 52, 34, colour);
            case "grains" -> {
                fill(g, circle(0, 0, 38), shade(colour));
                lines(g, 52, 9, 4.4f, colour);
            }
            case "shreds" -> lines(g, 40, 26, 4f, colour);
            case "pasta" -> waves(g, colour);
            case "mash" -> mash(g, colour);
            case "sauce", "jam" -> fill(g, new Ellipse2D.Double(-30, -22, 60, 44), colour);
            case "leaves" -> leaves(g, colour);
            case "fruit" -> fruit(g, colour, new Ellipse2D.Double(-30, -28, 60, 58));
            case "pear" -> fruit(g, colour, pear());
            case "banana" -> stroke(g, arc(-36, -44, 72, 64, 195, 150), 17, colour);
            case "kiwi" -> {
                fill(g, circle(0, 0, 30), new Color(0x7A5A34));
                fill(g, circle(0, 0, 26), colour);
                fill(g, circle(0, 0, 9), lighter(lighter(colour)));
                around(g, 12, 15, 2, new Color(0x2B2B20));
            }
            case "rings" -> {
                stroke(g, circle(-12, -6, 18), 15, colour);
                stroke(g, circle(14, 10, 18), 15, lighter(colour));
            }
            case "grapes" -> {
                for (int row = 0; row < 4; row++) {
                    for (int i = 0; i <= 3 - row; i++) {
                        fill(g, circle(i * 18 - (3 - row) * 9, row * 16 - 24, 10), colour);
                    }
                }
            }
            case "scoops" -> {
                fill(g, circle(-13, 4, 20), colour);
                fill(g, circle(13, -4, 20), lighter(colour));
            }
            case "rounds" -> {
                fill(g, circle(-13, -8, 23), colour);
                fill(g, circle(13, 10, 23), colour);
            }
            case "shells" -> {
                for (int i = -1; i < 2; i++) {
                    fill(g, new Ellipse2D.Double(i * 24 - 11, -20 + i * i * 8, 22, 38), colour);
                }
            }
            case "bread" -> {
                fill(g, rounded(-38, -18, 46, 46, 26), colour.darker());
                fill(g, rounded(-33, -13, 36, 36, 20), colour);
                fill(g, rounded(-4, -30, 42, 46, 26), colour.darker());
                fill(g, rounded(1, -25, 32, 36, 20), colour);
            }
            case "bun" -> {
                fill(g, circle(0, 6, 30), colour);
                fill(g, circle(0, -16, 15), lighter(colour));
            }
            case "cake" -> {
                fill(g, outline(-36, 18, 34, -26, 40, 20), colour.darker());
                fill(g, outline(-36, 10, 34, -34, 36, 8), colour);
            }
            case "cheese" -> {
                fill(g, outline(-38, 22, 30, -28, 38, 22), colour);
                fill(g, circle(6, 10, 6), colour.darker());
                fill(g, circle(22, -4, 5), colour.darker());
            }
            case "wedge" -> {
                fill(g, outline(-38, 16, 32, -24, 38, 16), colour);
                stroke(g, outline(-38, 16, 32, -24, 38, 16), 4, shade(colour));
            }
            default -> throw new IllegalArgumentException("part: " + shape);
        }
    }

    private static void fish(Graphics2D g, Color colour) {
        fill(g, outline(18, 0, 42, -20, 42, 20), colour.darker());
        fill(g, new Ellipse2D.Double(-42, -19, 68, 38), colour);
        stroke(g, arc(-32, -14, 18, 28, -70, 140), 3, colour.darker());
        fill(g, circle(-30, -5, 3.5), new Color(0x26323A));
    }

    private static void drumstick(Graphics2D g, Color colour) {
        stroke(g, line(8, 8, 34, 30), 9, shade(BONE));
        stroke(g, line(10, 10, 33, 29), 6, BONE);
        fill(g, circle(36, 27, 6), BONE);
        fill(g, circle(31, 34, 6), BONE);
        g.rotate(Math.PI / 4.5);
        fill(g, new Ellipse2D.Double(-40, -24, 58, 48), colour);
        stroke(g, arc(-30, -15, 34, 26, 100, 100), 4, lighter(colour));
    }

    private static void egg(Graphics2D g) {
        fill(g, new Ellipse2D.Double(-33, -27, 66, 56), Color.WHITE);
        fill(g, circle(2, 0, 15), new Color(0xF4B72E));
    }

    private static void folded(Graphics2D g, Color colour) {
        fill(g, new Ellipse2D.Double(-38, -26, 76, 54), colour.darker());
        fill(g, new Ellipse2D.Double(-38, -30, 76, 50), colour);
        stroke(g, arc(-30, -14, 60, 26, 190, 160), 4, lighter(colour));
    }

    private static void slab(Graphics2D g, Color colour) {
        fill(g, rounded(-35, -25, 70, 54, 36), colour);
        for (int i = -1; i < 2; i++) {
            stroke(g, line(-18 + i * 18, 16, -2 + i * 18, -14), 5, colour.darker());
        }
    }

    private static void gratin(Graphics2D g, Color colour) {
        fill(g, rounded(-44, -32, 88, 64, 22), new Color(0x8A5A3A));
        fill(g, rounded(-38, -26, 76, 52, 16), colour);
        g.scale(0.8, 0.55);
        scatter(g, 7, 7, 6, colour.darker(), colour.darker());
    }

    private static void mash(Graphics2D g, Color colour) {
        fill(g, new Ellipse2D.Double(-36, -30, 72, 60), colour);
        for (int i = -1; i < 2; i++) {
            stroke(g, arc(-24, -18 + i * 13, 48, 20, 200, 140), 3.5f, colour.darker());
        }
    }

    private static void waves(Graphics2D g, Color colour) {
        for (int i = -2; i < 3; i++) {
            Path2D wave = new Path2D.Double();
            wave.moveTo(-34, i * 12);
            wave.curveTo(-14, i * 12 - 18, 10, i * 12 + 18, 34, i * 12 - 2);
            stroke(g, wave, 7, i % 2 == 0 ? colour : colour.darker());
        }
    }

    private static void leaves(Graphics2D g, Color colour) {
        for (int i = 0; i < 6; i++) {
            Graphics2D leaf = (Graphics2D) g.create();
            leaf.rotate(i * Math.PI / 3);
            fill(leaf, new Ellipse2D.Double(3, -11, 34, 22), i % 2 == 0 ? colour : lighter(colour));
            stroke(leaf, line(6, 0, 30, 0), 2, colour.darker());
            leaf.dispose();
        }
    }

    private static void fruit(Graphics2D g, Color colour, Shape flesh) {
        stroke(g, line(0, -24, 5, -38), 5, new Color(0x6B4A2A));
        fill(g, new Ellipse2D.Double(5, -42, 24, 12), new Color(0x5E9A45));
        fill(g, flesh, colour);
        stroke(g, arc(-21, -18, 30, 34, 110, 70), 5, lighter(colour));
    }

    private static Shape pear() {
        Path2D pear = new Path2D.Double();
        pear.moveTo(0, -30);
        pear.curveTo(22, -30, 12, -8, 26, 6);
        pear.curveTo(42, 40, -42, 40, -26, 6);
        pear.curveTo(-12, -8, -22, -30, 0, -30);
        return pear;
    }

    /** Evenly over the circle, as seeds lie in a sunflower; each with a spot of another colour. */
    private static void scatter(
            Graphics2D g, int many, double wide, double high, Color colour, Color spot) {
        for (int i = 0; i < many; i++) {
            double[] at = seed(i, many, wide);
            Graphics2D one = (Graphics2D) g.create();
            one.translate(at[0], at[1]);
            one.rotate(i * 1.1);
            fill(one, new Ellipse2D.Double(-wide, -high, 2 * wide, 2 * high), colour);
            stroke(
                    one,
                    new Ellipse2D.Double(-wide, -high, 2 * wide, 2 * high),
                    1.5f,
                    shade(colour));
            fill(one, circle(0, 0, Math.min(wide, high) / 2.2), spot);
            one.dispose();
        }
    }

    private static void bars(Graphics2D g, int many, double wide, double high, Color colour) {
        for (int i = 0; i < many; i++) {
            boolean row = wide > 1.5 * high;
            double[] at =
                    row
                            ? new double[] {
                                0, (i - (many - 1) / 2.0) * 9.5 * Math.max(1, high / 10)
                            }
                            : seed(i, many, wide / 2);
            Graphics2D one = (Graphics2D) g.create();
            one.translate(at[0], at[1]);
            one.rotate(row ? (i % 3 - 1) * 0.12 : i * 0.7);
            fill(one, rounded(-wide / 2, -high / 2, wide, high, high / 2), colour);
            stroke(one, rounded(-wide / 2, -high / 2, wide, high, high / 2), 1.5f, shade(colour));
            one.dispose();
        }
    }

    private static void lines(Graphics2D g, int many, double length, float thick, Color colour) {
        for (int i = 0; i < many; i++) {
            double[] at = seed(i, many, length / 3);
            Graphics2D one = (Graphics2D) g.create();
            one.translate(at[0], at[1]);
            one.rotate(i * 2.4);
            stroke(
                    one,
                    line(-length / 2, 0, length / 2, 0),
                    thick,
                    i % 4 == 0 ? lighter(colour) : colour);
            one.dispose();
        }
    }

    private static void around(Graphics2D g, int many, double radius, double size, Color colour) {
        for (int i = 0; i < many; i++) {
            double turn = 2 * Math.PI * i / many;
            fill(g, circle(radius * Math.cos(turn), radius * Math.sin(turn), size), colour);
        }
    }

    private static double[] seed(int number, int many, double own) {
        double far = Math.sqrt((number + 0.5) / many) * (REACH - own * 0.8);
        double turn = number * 2.399963;
        return new double[] {far * Math.cos(turn), far * Math.sin(turn)};
    }
}
