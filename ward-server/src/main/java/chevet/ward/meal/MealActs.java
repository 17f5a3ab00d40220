package chevet.ward.meal;

import chevet.model.meal.ChooseFor;
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
}
