package chevet.model.wire;

import chevet.model.place.Id;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.BufferRecycler;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.core.util.RecyclerPool;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Messages to bytes (UTF-8 JSON) and back. What comes up is read strictly, unknown keys refused;
 * what comes down is read with unknown keys ignored, so that servers and terminals may differ by a
 * version. Safe for all threads.
 */
public final class WireCodec {
    /** No message is longer, in bytes; every broker's packet limit is above it. */
    public static final int LONGEST = 1 << 20;

    private static final JsonMapper STRICT = mapper(true, JsonRecyclerPools.defaultPool());
    private static final JsonMapper LENIENT = mapper(false, JsonRecyclerPools.defaultPool());

    /** Its buffers are nobody's afterwards: a pooled one keeps what went through it. */
    private static final JsonMapper UNPOOLED = mapper(false, JsonRecyclerPools.nonRecyclingPool());

    private static final JsonMapper TOLERANT = JsonMapper.builder().build();

    private WireCodec() {}

    /** A feature's record as a body. */
    public static Body body(Object record) {
        return new Body(STRICT.writeValueAsString(record));
    }

    /**
     * Reads a body that came up or from outside.
     *
     * @throws WireException naming the field that is missing, unknown or wrong
     */
    public static <T> T strict(Body body, Class<T> type) {
        return reading("body", () -> STRICT.readValue(body.json(), type));
    }

    /**
     * Reads a body that came down, or out of our own store.
     *
     * @throws WireException naming the field that is missing or wrong
     */
    public static <T> T lenient(Body body, Class<T> type) {
        return reading("body", () -> LENIENT.readValue(body.json(), type));
    }

    /** Any message of this package as bytes. */
    public static byte[] bytes(Object message) {
        return message instanceof Down down
                ? STRICT.writerFor(Down.class).writeValueAsBytes(down)
                : STRICT.writeValueAsBytes(message);
    }

    /** A record that must not stay in memory, as JSON. */
    static byte[] unpooledBytes(Object record) {
        return UNPOOLED.writeValueAsBytes(record);
    }

    /**
     * Reads a record that must not stay in memory; it came down.
     *
     * @throws WireException naming the field that is missing or wrong
     */
    static <T> T unpooled(byte[] json, Class<T> type) {
        return reading("body", () -> UNPOOLED.readValue(json, type));
    }

    /**
     * @throws WireException when it is not a command
     */
    public static Command command(byte[] bytes) {
        return up(bytes, Command.class);
    }

    /**
     * What can still be read of a command that {@link #command} refuses, so that its sender can be
     * told; empty where id, series or number cannot be read.
     */
    public static Optional<Envelope> envelope(byte[] bytes) {
        if (bytes.length > LONGEST) {
            return Optional.empty();
        }
        try {
            JsonNode tree = TOLERANT.readTree(bytes);
            String id = tree.path("id").asString("");
            String series = tree.path("series").asString("");
            long number = tree.path("number").asLong(0);
            long oldest = tree.path("oldest").asLong(number);
            boolean readable = Id.is(id) && Id.is(series) && number > 0;
            return readable
                    ? Optional.of(new Envelope(id, series, number, Math.clamp(oldest, 1, number)))
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /**
     * @throws WireException when it is not a presence
     */
    public static Presence presence(byte[] bytes) {
        return up(bytes, Presence.class);
    }

    /**
     * @throws WireException when it is not an ask
     */
    public static Ask ask(byte[] bytes) {
        return up(bytes, Ask.class);
    }

    /**
     * @throws WireException when it is not an answer
     */
    public static Answer answer(byte[] bytes) {
        return down(bytes, Answer.class);
    }

    /**
     * @throws WireException when it is no message for a terminal
     */
    public static Down down(byte[] bytes) {
        return down(bytes, Down.class);
    }

    private static <T> T up(byte[] bytes, Class<T> type) {
        limit(bytes);
        return reading("", () -> STRICT.readValue(bytes, type));
    }

    private static <T> T down(byte[] bytes, Class<T> type) {
        limit(bytes);
        return reading("", () -> LENIENT.readValue(bytes, type));
    }

    private static void limit(byte[] bytes) {
        if (bytes.length > LONGEST) {
            throw new WireException(
                    "", "message of " + bytes.length + " bytes, at most " + LONGEST);
        }
    }

    private interface Reading<T> {
        T read();
    }

    private static <T> T reading(String root, Reading<T> reading) {
        try {
            T read = reading.read();
            if (read == null) {
                throw new WireException(root, "is null");
            }
            return read;
        } catch (DatabindException e) {
            String path = path(e);
            throw new WireException(
                    path.isEmpty() ? root : path, shortened(e.getOriginalMessage()));
        } catch (JacksonException e) {
            // A parser's message quotes what it read; the place is enough and holds nothing of a
            // patient.
            throw new WireException(
                    root,
                    "not JSON at line "
                            + e.getLocation().getLineNr()
                            + ", column "
                            + e.getLocation().getColumnNr());
        }
    }

    private static String path(DatabindException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    private static String shortened(String message) {
        // Jackson's messages quote values after the first ':' or '"'; what stands before says
        // enough.
        int quote = message.indexOf('"');
        int colon = message.indexOf(':');
        int end =
                Math.min(
                        quote < 0 ? message.length() : quote, colon < 0 ? message.length() : colon);
        return message.substring(0, end).strip();
    }

    private static JsonMapper mapper(boolean strict, RecyclerPool<BufferRecycler> buffers) {
        JsonFactory factory =
                JsonFactory.builder()
                        .recyclerPool(buffers)
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        // Streams of stays are keys in a presence: a table of all names ever read
                        // is copied at each new one, and was a quarter of all that was allocated.
                        .disable(JsonFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxNestingDepth(50)
                                        .maxStringLength(LONGEST)
                                        .maxNumberLength(40)
                                        .build())
                        .build();
        return JsonMapper.builder(factory)
                .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, strict)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .addModule(words())
                .addMixIn(Down.class, DownKinds.class)
                .build();
    }

    private static SimpleModule words() {
        SimpleModule module = new SimpleModule("chevet");
        module.addSerializer(Body.class, new RawJson());
        module.addDeserializer(Body.class, new RawJsonReader());
        word(module, StreamId.class, StreamId::of);
        word(module, chevet.model.place.WardId.class, chevet.model.place.WardId::new);
        word(module, chevet.model.place.SiteId.class, chevet.model.place.SiteId::new);
        word(module, chevet.model.place.BedId.class, chevet.model.place.BedId::new);
        word(module, chevet.model.place.TerminalId.class, chevet.model.place.TerminalId::new);
        word(module, chevet.model.stay.StayId.class, chevet.model.stay.StayId::new);
        word(module, chevet.model.meal.DishId.class, chevet.model.meal.DishId::new);
        word(module, chevet.model.tv.ChannelId.class, chevet.model.tv.ChannelId::new);
        word(module, chevet.model.tv.TvPackId.class, chevet.model.tv.TvPackId::new);
        word(module, chevet.model.library.FilmId.class, chevet.model.library.FilmId::new);
        word(module, chevet.model.request.RequestId.class, chevet.model.request.RequestId::new);
        return module;
    }

    /** A type that is one word on the wire, as a value and as a key. */
    private static <T> void word(SimpleModule module, Class<T> type, Function<String, T> of) {
        module.addSerializer(
                type,
                new ValueSerializer<T>() {
                    @Override
                    public void serialize(
                            T value, JsonGenerator out, SerializationContext context) {
                        out.writeString(word(value));
                    }
                });
        module.addKeySerializer(
                type,
                new ValueSerializer<T>() {
                    @Override
                    public void serialize(
                            T value, JsonGenerator out, SerializationContext context) {
                        out.writeName(word(value));
                    }
                });
        module.addDeserializer(
                type,
                new ValueDeserializer<T>() {
                    @Override
                    public T deserialize(JsonParser in, DeserializationContext context) {
                        return read(in.getValueAsString(""), type, of, context);
                    }
                });
        module.addKeyDeserializer(
                type,
                new KeyDeserializer() {
                    @Override
                    public Object deserializeKey(String key, DeserializationContext context) {
                        return read(key, type, of, context);
                    }
                });
    }

    private static String word(Object value) {
        return value instanceof Id id ? id.value() : value.toString();
    }

    private static <T> T read(
            String word, Class<T> type, Function<String, T> of, DeserializationContext context) {
        try {
            return of.apply(word);
        } catch (IllegalArgumentException e) {
            return context.reportInputMismatch(type, "not a %s", type.getSimpleName());
        }
    }

    private static final class RawJson extends ValueSerializer<Body> {
        @Override
        public void serialize(Body body, JsonGenerator out, SerializationContext context) {
            out.writeRawValue(body.json());
        }
    }

    private static final class RawJsonReader extends ValueDeserializer<Body> {
        @Override
        public Body deserialize(JsonParser in, DeserializationContext context) {
            // Read as a tree so that a duplicate key or a fault inside is found here, at the edge.
            return new Body(context.readTree(in).toString());
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Down.Outcomes.class, name = "outcomes"),
        @JsonSubTypes.Type(value = Down.Live.class, name = "live"),
        @JsonSubTypes.Type(value = Down.Page.class, name = "page"),
        @JsonSubTypes.Type(value = Down.Dropped.class, name = "dropped"),
        @JsonSubTypes.Type(value = Down.Current.class, name = "current"),
    })
    private interface DownKinds {}

    /** The length in bytes that a message takes on the wire. */
    public static int length(Event event) {
        return event.key().length()
                + event.body()
                        .map(body -> body.json().getBytes(StandardCharsets.UTF_8).length)
                        .orElse(0)
                + 200;
    }
}
