/**
 * The language that terminal and ward server both speak: records, pure rules, messages and topics.
 */
@org.jspecify.annotations.NullMarked
module chevet.model {
    requires transitive org.jspecify;
    requires com.fasterxml.jackson.annotation;
    requires tools.jackson.databind;

    exports chevet.model.library;
    exports chevet.model.meal;
    exports chevet.model.notice;
    exports chevet.model.pack;
    exports chevet.model.place;
    exports chevet.model.record;
    exports chevet.model.request;
    exports chevet.model.staff;
    exports chevet.model.stay;
    exports chevet.model.text;
    exports chevet.model.tv;
    exports chevet.model.wire;
}
