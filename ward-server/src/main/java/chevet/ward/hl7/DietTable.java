package chevet.ward.hl7;

import chevet.config.Hl7Config.DietCode;
import chevet.model.meal.Coded;
import chevet.model.meal.FoodFacts;
import chevet.model.meal.FoodMapping;
import chevet.model.meal.SourcedFood;
import chevet.model.meal.SourcedFood.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the hospital's orders for food mean: by the site's table, and where that does not know a
 * code, a line for the dietitian, which restricts until somebody has seen it.
 */
final class DietTable {
    private final Map<String, DietCode> codes;

    DietTable(Map<String, DietCode> codes) {
        this.codes = codes;
    }

    /** What is in force at that moment, as far as it is understood. */
    SourcedFood read(DietOrders orders, Instant now) {
        return FoodMapping.of(
                new FoodFacts(
                        List.of(),
                        orders.inForce(now).stream().map(this::order).toList(),
                        orders.tooMany() ? 1 : 0));
    }

    private FoodFacts.Order order(DietOrder order) {
        Said said = new Said();
        order.lines().forEach(line -> line(line, said));
        return new FoodFacts.Order(
                order.number(),
                order.state() == DietOrder.State.ON_HOLD,
                said.types,
                said.textures,
                said.fluids,
                List.of(),
                said.preferred,
                List.of(),
                said.others,
                order.from(),
                order.until());
    }

    private static final class Said {
        private final List<Coded> types = new ArrayList<>();
        private final List<Coded> textures = new ArrayList<>();
        private final List<Coded> fluids = new ArrayList<>();
        private final List<Coded> preferred = new ArrayList<>();
        private final List<FoodFacts.Other> others = new ArrayList<>();
    }

    private void line(DietOrder.Line line, Said said) {
        for (DietOrder.Code code : line.codes()) {
            Optional.ofNullable(codes.get(code.key()))
                    .ifPresentOrElse(known -> known(known, said), () -> unknown(line, code, said));
        }
        // Words of a person, which no table knows.
        line.text().ifPresent(text -> said.others.add(new FoodFacts.Other(kind(line), text)));
    }

    private static void known(DietCode code, Said said) {
        code.diets().forEach(diet -> said.types.add(Coded.ours(diet)));
        code.texture().ifPresent(texture -> said.textures.add(Coded.ours(texture)));
        code.thickness().ifPresent(drink -> said.fluids.add(Coded.ours(drink)));
        if (code.fasting()) {
            said.types.add(Coded.nothingByMouth());
        }
    }

    /** What can be read in its words is kept to at once, and somebody looks all the same. */
    private static void unknown(DietOrder.Line line, DietOrder.Code code, Said said) {
        Coded coded =
                new Coded(
                        code.code().isEmpty()
                                ? List.of()
                                : List.of(new Coded.Coding("", code.code(), Optional.empty())),
                        code.text());
        switch (line.kind()) {
            case "D" -> said.types.add(coded);
            case "P" -> said.preferred.add(coded);
            default -> {}
        }
        boolean wordsAlone = code.code().isEmpty();
        boolean judged = line.kind().equals("D") || line.kind().equals("P");
        if (!(wordsAlone && judged)) {
            said.others.add(new FoodFacts.Other(kind(line), coded.shown()));
        }
    }

    private static Kind kind(DietOrder.Line line) {
        return switch (line.kind()) {
            case "D" -> Kind.DIET;
            case "S" -> Kind.SUPPLEMENT;
            case "P" -> Kind.PREFERENCE;
            default -> Kind.INSTRUCTION;
        };
    }
}
