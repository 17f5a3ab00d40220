package chevet.terminal.device;

import com.gluonhq.attach.lifecycle.LifecycleEvent;
import com.gluonhq.attach.lifecycle.LifecycleService;
import com.gluonhq.attach.storage.StorageService;
import java.io.File;
import java.nio.file.Path;

/** What Gluon Attach gives on whatever device this is: a place to keep things, and a life cycle. */
public final class Attach {
    /**
     * The directory that is this application's own.
     *
     * @param otherwise where the device names none
     */
    public Path storage(Path otherwise) {
        OffScreen.check("storage");
        return StorageService.create()
                .flatMap(StorageService::getPrivateStorage)
                .map(File::toPath)
                .orElse(otherwise);
    }

    /** Calls {@code action} whenever the device wakes the application up again. */
    public void onResume(Runnable action) {
        LifecycleService.create()
                .ifPresent(service -> service.addListener(LifecycleEvent.RESUME, action));
    }

    /** Ends the application in the device's own way. */
    public void shutdown() {
        LifecycleService.create().ifPresent(LifecycleService::shutdown);
    }
}
