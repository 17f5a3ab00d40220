package chevet.ward.request;

import chevet.model.place.BedId;
import chevet.model.place.WardId;
import chevet.ward.console.BedChips;
import chevet.ward.console.Chip;
import chevet.ward.console.Frame;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What requests add to the board of beds: who has been waiting since when. */
public final class RequestBoard implements BedChips {
    private final RequestDesk desk;

    public RequestBoard(RequestDesk desk) {
        this.desk = desk;
    }

    /** The first of each bed: what sounds like a symptom, else what has waited longest. */
    @Override
    public Map<BedId, List<Chip>> ofBeds(WardId ward, Frame frame) {
        Map<BedId, List<Chip>> chips = new HashMap<>();
        for (RequestDesk.Line line : desk.open(ward)) {
            boolean urgent = line.request().urgent();
            chips.computeIfAbsent(
                    line.lying().bed(),
                    _ ->
                            List.of(
                                    new Chip(
                                            urgent ? Chip.Tone.ALERT : Chip.Tone.WARN,
                                            urgent ? "alert" : "hand",
                                            frame.t(
                                                    urgent
                                                            ? "requests.chip.urgent"
                                                            : "requests.chip",
                                                    frame.moment(line.request().since())))));
        }
        return chips;
    }

    @Override
    public List<Chip> ofWard(WardId ward, Frame frame) {
        List<RequestDesk.Line> open = desk.open(ward);
        long urgent = open.stream().filter(line -> line.request().urgent()).count();
        List<Chip> chips = new ArrayList<>();
        if (urgent > 0) {
            chips.add(new Chip(Chip.Tone.ALERT, "alert", frame.t("requests.sum.urgent", urgent)));
        }
        if (open.size() > urgent) {
            chips.add(
                    new Chip(
                            Chip.Tone.WARN, "hand", frame.t("requests.sum", open.size() - urgent)));
        }
        return chips;
    }

    @Override
    public String panel(BedId bed) {
        return "/requests/of/" + bed;
    }
}
