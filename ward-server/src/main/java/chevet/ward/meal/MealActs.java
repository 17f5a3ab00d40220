package chevet.ward.meal;

import chevet.model.meal.ChangeFood;
import chevet.model.meal.ChooseFor;
import chevet.model.meal.ReadFood;
import chevet.model.staff.Action;
import chevet.model.staff.Permission;
import chevet.model.staff.Resource;
import chevet.model.wire.Reason;
import chevet.ward.sync.AskHandler;
import chevet.ward.sync.StaffAct;
import chevet.ward.sync.StaffGate;

/** What staff does with meals at the bed. */
public final class MealActs {
    private MealActs() {}

    /** Answers {@code meal.choose-for}. */
    public static AskHandler chooseFor(MealDesk desk, StaffGate gate) {
        return new StaffAct<>(
                ChooseFor.TYPE,
                ChooseFor.class,
                new Permission(Resource.MEALS, Action.CHANGE),
                ChooseFor::token,
                gate,
                (allowed, body) ->
                        switch (desk.chooseFor(allowed.stay(), body.choice(), allowed.staff())) {
                            case MealResult.Refused(Reason reason) ->
                                    new StaffAct.Done.Refused(reason);
                            case MealResult.Done() ->
                                    desk.tray(allowed.stay(), body.choice().key())
                                            .<StaffAct.Done>map(StaffAct.Done.Answered::new)
                                            .orElseGet(
                                                    () ->
                                                            StaffAct.Done.refused(
                                                                    "meal.no-such-service"));
                        });
    }

    /** Answers {@code food.profile.read}. */
    public static AskHandler readFood(MealDesk desk, StaffGate gate) {
        return StaffAct.reading(
                ReadFood.TYPE,
                ReadFood.class,
                new Permission(Resource.FOOD_PROFILE, Action.READ),
                ReadFood::token,
                gate,
                (allowed, _) -> new StaffAct.Done.Answered(desk.sheet(allowed.stay())));
    }

    /** Answers {@code food.profile.change}. */
    public static AskHandler changeFood(MealDesk desk, StaffGate gate) {
        return new StaffAct<>(
                ChangeFood.TYPE,
                ChangeFood.class,
                new Permission(Resource.FOOD_PROFILE, Action.CHANGE),
                ChangeFood::token,
                gate,
                (allowed, body) ->
                        switch (desk.change(
                                allowed.stay(),
                                body.before(),
                                body.profile(),
                                body.seen(),
                                allowed.staff())) {
                            case MealResult.Refused(Reason reason) ->
                                    new StaffAct.Done.Refused(reason);
                            case MealResult.Done() ->
                                    new StaffAct.Done.Answered(desk.sheet(allowed.stay()));
                        });
    }
}
