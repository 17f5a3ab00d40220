package chevet.ward.fhir;

import chevet.ward.fhir.FhirException.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder of resources instead of a server. What a file holds is never kept: only of which type
 * and of whom it is, until the file changes. Safe for all threads.
 */
final class FolderResources implements Resources {
    private static final int MOST_FILES = 20_000;

    /** Elements by which a resource names its patient, whatever its type. */
    private static final List<String> ABOUT = List.of("patient", "subject", "for", "individual");

    private final Path folder;
    private final Map<Path, Known> known = new HashMap<>();

    /** What a file is: types in it, and patients that it is about. */
    private record Known(FileTime changed, Set<String> types, Set<String> patients) {}

    FolderResources(Path folder) {
        this.folder = folder;
    }

    @Override
    public Found search(String type, Map<String, String> parameters) {
        String patient = parameters.getOrDefault("patient", "");
        List<String> entries = new ArrayList<>();
        boolean complained = false;
        for (Path file : files()) {
            Known of = known(file);
            // A file that cannot be read may be about anybody: whoever asks is told.
            complained = complained || of.types().isEmpty();
            boolean maybe =
                    of.types().contains(type)
                            && (patient.isEmpty() || of.patients().contains(patient));
            if (maybe) {
                take(file, type, parameters, entries);
            }
        }
        return new Found(entries, false, complained);
    }

    private void take(
            Path file, String type, Map<String, String> parameters, List<String> entries) {
        for (JsonNode resource : resources(read(file))) {
            boolean wanted =
                    resource.path("resourceType").asText().equals(type)
                            && selected(resource, parameters);
            if (wanted) {
                entries.add(Json.text(resource));
            }
        }
    }

    private static boolean selected(JsonNode resource, Map<String, String> parameters) {
        String patient = parameters.get("patient");
        String identifier = parameters.get("identifier");
        String status = parameters.get("status");
        String id = parameters.get("_id");
        String said = resource.path("status").asText("");
        return (patient == null || patients(resource).contains(patient))
                && (id == null || List.of(id.split(",")).contains(resource.path("id").asText()))
                && (identifier == null || identified(resource, identifier))
                && (status == null || said.isEmpty() || List.of(status.split(",")).contains(said));
    }

    /** {@code system|value}, or a value in whatever system. */
    private static boolean identified(JsonNode resource, String wanted) {
        int bar = wanted.indexOf('|');
        String system = bar < 0 ? "" : wanted.substring(0, bar);
        String value = wanted.substring(bar + 1);
        for (JsonNode identifier : resource.path("identifier")) {
            boolean same =
                    identifier.path("value").asText().equals(value)
                            && (system.isEmpty()
                                    || identifier.path("system").asText().equals(system));
            if (same) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> patients(JsonNode resource) {
        Set<String> ids = new HashSet<>();
        ABOUT.forEach(element -> reference(resource.path(element), ids));
        for (JsonNode participant : resource.path("participant")) {
            reference(participant.path("actor"), ids);
        }
        return ids;
    }

    private static void reference(JsonNode element, Set<String> ids) {
        String reference = element.path("reference").asText("");
        int at = reference.lastIndexOf("Patient/");
        if (at >= 0) {
            ids.add(reference.substring(at + "Patient/".length()).split("/", 2)[0]);
        }
    }

    private synchronized Known known(Path file) {
        try {
            FileTime changed = Files.getLastModifiedTime(file);
            Known before = known.get(file);
            if (before != null && before.changed().equals(changed)) {
                return before;
            }
            Set<String> types = new HashSet<>();
            Set<String> patients = new HashSet<>();
            try {
                for (JsonNode resource : resources(read(file))) {
                    types.add(resource.path("resourceType").asText());
                    patients.addAll(patients(resource));
                }
            } catch (FhirException e) {
                types.clear();
            }
            Known now = new Known(changed, types, patients);
            known.put(file, now);
            return now;
        } catch (IOException e) {
            // Gone between the listing and now.
            return new Known(FileTime.fromMillis(0), Set.of(""), Set.of());
        }
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files =
                    all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
            if (files.size() > MOST_FILES) {
                throw new FhirException(Kind.FOLDER, "more than " + MOST_FILES + " files");
            }
            return files;
        } catch (IOException | UncheckedIOException e) {
            throw new FhirException(Kind.FOLDER, "cannot be listed");
        }
    }

    private static JsonNode read(Path file) {
        try {
            if (Files.size(file) > FhirSettings.LONGEST) {
                throw new FhirException(Kind.TOO_BIG, "a file");
            }
            return Json.tree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new FhirException(Kind.FOLDER, "a file cannot be read");
        }
    }

    private static List<JsonNode> resources(JsonNode tree) {
        if (!tree.path("resourceType").asText().equals("Bundle")) {
            return List.of(tree);
        }
        List<JsonNode> resources = new ArrayList<>();
        tree.path("entry").forEach(entry -> resources.add(entry.path("resource")));
        return resources;
    }

    @Override
    public void close() {
        // Holds nothing open.
    }
}
