package chevet.terminal.stay;

import chevet.model.request.Appointment;
import chevet.model.request.Carer;
import chevet.model.staff.RecordAccess;
import chevet.terminal.stay.StayModel.Line;
import chevet.terminal.stay.StayModel.Step;
import chevet.terminal.ui.Kit;
import chevet.terminal.ui.WardTime;
import chevet.terminal.ui.Words;
import java.time.Instant;
import java.time.ZonedDateTime;

/** The sentences of my stay, in the language that is spoken now. */
final class StayWords {
    /** The bundle beside this class. */
    static final String BUNDLE = "chevet.terminal.stay.stay";

    private final Words words;
    private final WardTime time;

    StayWords(Words words, WardTime time) {
        this.words = words;
        this.time = time;
    }

    /** {@code 11:20} of today, else {@code samedi 21 à 11:20}. */
    String moment(Instant instant) {
        ZonedDateTime at = time.at(instant);
        String clock = words.time(at.toLocalTime());
        return at.toLocalDate().equals(time.at(time.now()).toLocalDate())
                ? clock
                : words.text("stay.moment", words.shortDate(at.toLocalDate()), clock);
    }

    /** {@code Demandé à 11:20}. */
    String since(Line line) {
        return words.text("stay.since", moment(line.since()));
    }

    /** How far a request is, with the ward's word where there is one. */
    String step(Line line) {
        return switch (line.step()) {
            case Step.Keeping _ -> words.text("stay.step.KEEPING");
            case Step.Kept _ -> words.text("stay.step.KEPT");
            case Step.NotKept _ -> words.text("stay.step.NOT_KEPT");
            case Step.Refused refused -> {
                String key = "stay.refused." + refused.code();
                yield words.text(words.has(key) ? key : "stay.refused");
            }
            case Step.AtWard at ->
                    at.why()
                            .map(why -> words.text("stay.why." + why))
                            .orElseGet(() -> words.text("stay.step." + at.state()));
        };
    }

    static Kit.Tone tone(Line line) {
        return switch (line.step()) {
            case Step.Keeping _, Step.Kept _ -> Kit.Tone.PLAIN;
            case Step.NotKept _, Step.Refused _ -> Kit.Tone.ALERT;
            case Step.AtWard at ->
                    switch (at.state()) {
                        case SENT, WITHDRAWN -> Kit.Tone.PLAIN;
                        case SEEN, COMING, DONE -> Kit.Tone.OK;
                        case DECLINED -> Kit.Tone.WARN;
                    };
        };
    }

    /** {@code Sara, infirmière}. */
    String carer(Carer carer) {
        return words.text(
                "stay.carer", carer.firstName(), words.text("stay.trade." + carer.trade()));
    }

    String appointment(Appointment appointment) {
        String what = words.text("stay.appointment", moment(appointment.at()), appointment.what());
        return appointment.where().map(where -> words.text("stay.dot", what, where)).orElse(what);
    }

    String opening(RecordAccess.Opening opening) {
        return words.text(
                opening.emergency() ? "stay.opening.emergency" : "stay.opening",
                words.text(opening.trade()),
                moment(opening.at()));
    }
}
