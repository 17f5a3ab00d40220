package chevet.ward;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;

/** Shapes and strokes of the demo's drawings, and shades of their colours. */
final class DemoPen {
    private DemoPen() {}

    static void fill(Graphics2D g, Shape shape, Color colour) {
        g.setColor(colour);
        g.fill(shape);
    }

    static void stroke(Graphics2D g, Shape shape, float thick, Color colour) {
        g.setColor(colour);
        g.setStroke(new BasicStroke(thick, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(shape);
    }

    static Shape circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    static Shape arc(double x, double y, double w, double h, double from, double length) {
        return new Arc2D.Double(x, y, w, h, from, length, Arc2D.OPEN);
    }

    static Shape line(double fromX, double fromY, double toX, double toY) {
        return new Line2D.Double(fromX, fromY, toX, toY);
    }

    static Shape rounded(double x, double y, double w, double h, double round) {
        return new RoundRectangle2D.Double(x, y, w, h, round, round);
    }

    static Shape outline(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        return path;
    }

    static Color lighter(Color colour) {
        return mixed(colour, Color.WHITE, 0.35);
    }

    static Color shade(Color colour) {
        return mixed(colour, Color.BLACK, 0.2);
    }

    static Color mixed(Color one, Color other, double share) {
        return new Color(
                part(one.getRed(), other.getRed(), share),
                part(one.getGreen(), other.getGreen(), share),
                part(one.getBlue(), other.getBlue(), share));
    }

    static int part(int one, int other, double share) {
        return (int) Math.round(one + (other - one) * share);
    }
}
