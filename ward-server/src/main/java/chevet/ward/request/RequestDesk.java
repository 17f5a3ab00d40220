package chevet.ward.request;

import chevet.model.place.WardId;
import chevet.model.request.PatientRequest;
import chevet.model.request.PatientRequest.State;
import chevet.model.request.PatientRequest.Why;
import chevet.model.request.RequestId;
import chevet.model.request.RequestRule;
import chevet.model.stay.StayId;
import chevet.ward.db.Tx;
import chevet.ward.sync.Bedsides;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the ward sees of requests and answers to them. Blocks until on disk; for virtual threads,
 * never the writer's.
 */
public final class RequestDesk {
    /** What sounds like a symptom first, then the longest waiting. */
    private static final Comparator<Line> ORDER =
            Comparator.comparing((Line line) -> !line.request().urgent())
                    .thenComparing(line -> line.request().since())
                    .thenComparing(line -> line.request().id());

    private final RequestDoors doors;
    private final RequestBook book;
    private final Bedsides beds;

    RequestDesk(RequestDoors doors, RequestBook book, Bedsides beds) {
        this.doors = doors;
        this.book = book;
        this.beds = beds;
    }

    /** A request on the ward's list. */
    public record Line(Bedsides.Lying lying, PatientRequest request) {
        /** Says nothing of the patient: what has a toString ends in a log. */
        @Override
        public String toString() {
            return "Line[" + lying.bed() + "]";
        }
    }

    /** What came of an answer. */
    public enum Result {
        DONE,
        /** Nobody asked for that, or the patient has left. */
        UNKNOWN,
        /** It does not fit any more: the request is over, or further on. */
        OVER
    }

    /** An answer and what the request is now; empty where nothing is known of it. */
    public record Answered(Result result, Optional<PatientRequest> request) {}

    /** All that is open in the ward: what sounds like a symptom, then the oldest first. */
    public List<Line> open(WardId ward) {
        return lines(ward).stream()
                .filter(line -> line.request().state().open())
                .sorted(ORDER)
                .toList();
    }

    /** What was answered or taken back within the last day, the latest first. */
    public List<Line> over(WardId ward) {
        return lines(ward).stream()
                .filter(line -> !line.request().state().open())
                .sorted(Comparator.comparing((Line line) -> line.request().changed()).reversed())
                .toList();
    }

    private List<Line> lines(WardId ward) {
        return doors.database()
                .read(
                        handle -> {
                            List<Line> lines = new ArrayList<>();
                            for (Bedsides.Lying lying : beds.in(handle, ward)) {
                                book.of(handle, lying.stay()).stream()
                                        .map(asked -> new Line(lying, asked.request()))
                                        .forEach(lines::add);
                            }
                            return lines;
                        });
    }

    /** A request of somebody who lies here; empty where there is no such request any more. */
    public Optional<Line> line(RequestId id) {
        return doors.database()
                .read(
                        handle ->
                                book.find(handle, id)
                                        .flatMap(
                                                found ->
                                                        beds.of(handle, found.stay())
                                                                .map(
                                                                        lying ->
                                                                                new Line(
                                                                                        lying,
                                                                                        found.asked()
                                                                                                .request()))));
    }

    /**
     * Answers a request; said again it changes nothing.
     *
     * @param in the bed it came from, where that must be so: staff at a bed answers its own patient
     * @param by an account, or a person of the staff directory
     */
    public Answered answer(
            RequestId id,
            Optional<StayId> in,
            State to,
            Optional<Why> why,
            Optional<String> said,
            String by) {
        return doors.database().write(tx -> answer(tx, id, in, to, why, said, by)).join();
    }

    private Answered answer(
            Tx tx,
            RequestId id,
            Optional<StayId> in,
            State to,
            Optional<Why> why,
            Optional<String> said,
            String by) {
        Optional<RequestBook.Found> found =
                book.find(tx.handle(), id)
                        .filter(each -> in.isEmpty() || in.get().equals(each.stay()))
                        .filter(each -> beds.of(tx.handle(), each.stay()).isPresent());
        if (found.isEmpty()) {
            return new Answered(Result.UNKNOWN, Optional.empty());
        }
        PatientRequest known = found.get().asked().request();
        Optional<PatientRequest> now = RequestRule.answered(known, to, why, said, tx.now());
        if (now.isEmpty()) {
            return new Answered(Result.OVER, Optional.of(known));
        }
        boolean put =
                now.get().equals(known)
                        || book.put(tx, found.get().stay(), new Asked(now.get(), Optional.of(by)));
        return put
                ? new Answered(Result.DONE, now)
                : new Answered(Result.UNKNOWN, Optional.empty());
    }

    /** Who answered last, for the review of what was done at a bed. */
    Optional<String> answeredBy(RequestId id) {
        return doors.database().read(handle -> book.find(handle, id)).flatMap(f -> f.asked().by());
    }
}
