package chevet.ward.audit;

import static org.assertj.core.api.Assertions.assertThat;

import chevet.model.place.SiteId;
import chevet.model.place.TerminalId;
import chevet.model.place.WardId;
import chevet.model.stay.StayId;
import chevet.model.wire.Body;
import chevet.model.wire.WireCodec;
import chevet.ward.audit.Soundness.Broken;
import chevet.ward.audit.Soundness.Fault;
import chevet.ward.audit.Soundness.Sound;
import chevet.ward.db.BothDatabases;
import chevet.ward.db.Databases;
import chevet.ward.sync.AuditEntry;
import chevet.ward.sync.AuditEntry.Event;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

/** Somebody with the database in hand tampers with it; the walk names the first bad entry. */
final class AuditChainTest {
    @TempDir private Path directory;

    private AuditChain chain(Databases databases) {
        AuditChain chain = new AuditChain(databases.database(), directory.resolve("a"), _ -> {});
        chain.start();
        return chain;
    }

    private static AuditEntry read(String subject) {
        return new AuditEntry(
                Event.ACCESS,
                "staff/p-1",
                "nurse",
                "s-1",
                Optional.of(new TerminalId("t-214-F")),
                Optional.of(new WardId("ophtalmo")),
                Optional.of(new StayId("stay-1")),
                subject,
                true,
                "");
    }

    private static AuditChain filled(AuditChain chain, int entries) {
        for (int i = 0; i < entries; i++) {
            chain.note(read("diet:read"));
        }
        chain.tick();
        return chain;
    }

    private static void tamper(Databases databases, String sql) {
        databases.written(tx -> tx.handle().execute(sql));
    }

    @BothDatabases
    void anUntouchedChainIsSound(Databases databases) {
        AuditChain chain = filled(chain(databases), 5);
        chain.note(read("banner:read"));
        assertThat(chain.verify()).isEqualTo(new Sound(6, 1, 5));
    }

    @BothDatabases
    void aChangedEntryIsNamed(Databases databases) {
        AuditChain chain = filled(chain(databases), 5);
        tamper(databases, "update audit_entry set actor = 'staff/p-2' where number = 3");
        assertThat(chain.verify()).isEqualTo(new Broken(3, Fault.CHANGED));
    }

    @BothDatabases
    void aMissingEntryIsNamed(Databases databases) {
        AuditChain chain = filled(chain(databases), 5);
        tamper(databases, "delete from audit_entry where number = 4");
        assertThat(chain.verify()).isEqualTo(new Broken(4, Fault.MISSING));
    }

    @BothDatabases
    void aCutEndIsNoticedByWhatStandsBesideTheKey(Databases databases) {
        AuditChain chain = filled(chain(databases), 5);
        tamper(databases, "delete from audit_entry where number > 3");
        tamper(databases, "delete from audit_checkpoint");
        assertThat(chain.verify()).isEqualTo(new Broken(4, Fault.CUT));
    }

    @BothDatabases
    void aChainWrittenAnewIsNoticedByItsCheckpoint(Databases databases) {
        AuditChain chain = filled(chain(databases), 3);
        filled(chain, 3);
        // Whoever has the database but not the key can make every hash right, and no checkpoint.
        databases.written(
                tx -> {
                    AuditStore store = new AuditStore();
                    List<AuditStore.Row> rows = store.after(tx.handle(), 0, 100);
                    tx.handle().execute("delete from audit_entry where number >= 5");
                    Link last = rows.get(3).link();
                    for (AuditStore.Row row : rows.subList(4, 6)) {
                        Entry forged =
                                new Entry(
                                        row.entry().number(),
                                        row.entry().at(),
                                        read("medication:read"));
                        last = forged.link(last);
                        store.append(tx.handle(), forged, last);
                    }
                    return true;
                });
        assertThat(chain.verify()).isEqualTo(new Broken(4, Fault.REWRITTEN));
    }

    @BothDatabases
    void aCheckpointOfAnotherKeyIsForged(Databases databases) {
        AuditChain chain = filled(chain(databases), 2);
        byte[] rubbish = new byte[64];
        databases.written(
                tx -> tx.handle().execute("update audit_checkpoint set signature = ?", rubbish));
        assertThat(chain.verify()).isEqualTo(new Broken(2, Fault.FORGED));
    }

    @BothDatabases
    void aRestoredBackupIsNotedAndGoesOn(Databases databases) {
        AuditChain chain = filled(chain(databases), 5);
        tamper(databases, "delete from audit_entry where number > 3");
        tamper(databases, "delete from audit_checkpoint where number > 3");
        AuditChain again = chain(databases);
        assertThat(again.verify()).isInstanceOf(Sound.class);
        assertThat(again.newest(Question.ALL, Long.MAX_VALUE, 1).getFirst().entry().what())
                .isEqualTo(AuditEntry.system(Event.GAP, "entry/5", ""));
        assertThat(chain.verify()).isInstanceOf(Sound.class);
    }

    @BothDatabases
    void aThousandEntriesAreSignedWithoutWaitingForTheMinute(Databases databases) {
        AuditChain chain = chain(databases);
        databases.written(
                tx -> {
                    for (int i = 0; i < AuditChain.ROWS + 1; i++) {
                        chain.note(tx, read("diet:read"));
                    }
                    return true;
                });
        assertThat(chain.verify()).isEqualTo(new Sound(1001, 1, 1000));
    }

    @BothDatabases
    void whatIsUndoneWasNeverNoted(Databases databases) {
        AuditChain chain = filled(chain(databases), 1);
        var failed =
                databases
                        .database()
                        .write(
                                tx -> {
                                    chain.note(tx, read("diet:read"));
                                    throw new IllegalStateException("undone");
                                });
        assertThat(failed).failsWithin(Duration.ofSeconds(10));
        chain.note(read("banner:read"));
        assertThat(chain.verify()).isEqualTo(new Sound(2, 1, 1));
    }

    @BothDatabases
    void theExportIsOneAuditEventALine(Databases databases) {
        AuditChain chain = chain(databases);
        chain.note(read("diet:read"));
        chain.note(
                new AuditEntry(
                        Event.BREAK_GLASS,
                        "staff/p-1",
                        "nurse",
                        "s-1",
                        Optional.of(new TerminalId("t-214-F")),
                        Optional.empty(),
                        Optional.of(new StayId("stay-1")),
                        "cause/other",
                        false,
                        "staff.words-needed"));
        List<String> lines = new ArrayList<>();
        chain.export(Instant.EPOCH, new SiteId("huriez"), lines::add);
        assertThat(lines)
                .containsExactly(
                        """
                        {"resourceType":"AuditEvent","id":"chevet-1",\
                        "type":{"system":"http://dicom.nema.org/resources/ontology/DCM","code":"110110"},\
                        "subtype":[{"system":"urn:chevet:audit","code":"access"}],\
                        "action":"R","recorded":"2026-11-21T11:30:00Z","outcome":"0",\
                        "agent":[{"role":[{"text":"nurse"}],\
                        "who":{"identifier":{"system":"urn:chevet:staff","value":"p-1"}},\
                        "requestor":true,"network":{"address":"t-214-F","type":"1"}}],\
                        "source":{"site":"huriez","observer":{"display":"Chevet ward server"}},\
                        "entity":[{"what":{"identifier":{"system":"urn:chevet:stay","value":"stay-1"}},\
                        "role":{"system":"http://terminology.hl7.org/CodeSystem/object-role","code":"1"}},\
                        {"name":"diet:read"}]}""",
                        lines.getLast());
        Map<?, ?> glass = WireCodec.lenient(new Body(lines.getLast()), Map.class);
        assertThat(glass.get("outcome")).isEqualTo("4");
        assertThat(glass.get("outcomeDesc")).isEqualTo("staff.words-needed");
        assertThat(glass.get("purposeOfEvent")).asString().contains("BTG");
    }
}
