package chevet.ward.tv;

import chevet.model.pack.ObjectRef;
import java.util.Collection;

/** Where the guide's days are kept as objects; the server hands them out by HTTP. */
public interface Objects {
    /** True where it is there whole. */
    boolean has(ObjectRef object);

    /** Keeps bytes for ever, or until nobody wants them any more. On disk when it returns. */
    ObjectRef keep(byte[] bytes, String mediaType);

    /**
     * What is wanted from now on, in place of what was wanted before.
     *
     * @param gone what nobody wants any more, and may be removed
     */
    void want(Collection<ObjectRef> objects, Collection<ObjectRef> gone);
}
