package chevet.terminal.meal;

import chevet.terminal.meal.MealModel.Doorway;
import chevet.terminal.meal.MealModel.Todo;
import chevet.terminal.shell.Tile;
import chevet.terminal.shell.ToDo;
import chevet.terminal.ui.Icon;
import chevet.terminal.ui.Words;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/** What the home screen shows of meals: a tile, and the meal that had better be chosen now. */
final class MealDoor {
    private final MealModel model;
    private final Words words;
    private final MealWords meals;

    MealDoor(MealModel model, Words words, MealWords meals) {
        this.model = model;
        this.words = words;
        this.meals = meals;
    }

    Tile tile() {
        return new Tile(
                MealScreen.NAME,
                "tile-meals",
                Icon.Shape.MEAL,
                "meal.title",
                Bindings.createStringBinding(
                        () -> meals.subtitle(model.doorway().get()),
                        model.doorway(),
                        words.languageProperty()),
                model.doorway().map(Doorway::due));
    }

    ObservableValue<Optional<ToDo>> toDo() {
        return Bindings.createObjectBinding(
                () -> model.doorway().get().todo().map(this::toDo),
                model.doorway(),
                words.languageProperty());
    }

    private ToDo toDo(Todo todo) {
        return new ToDo(
                meals.todo(todo),
                meals.left(todo.left()),
                Icon.Shape.MEAL,
                words.text("meal.todo.action"),
                MealScreen.NAME,
                todo.cutOff());
    }
}
