package chevet.ward.notice;

import chevet.model.notice.Notice;
import chevet.model.place.WardId;
import java.util.List;
import java.util.Optional;

/**
 * The notices of a ward.
 *
 * @param standing the newest first
 * @param panel the form, where the page was asked for with it
 */
public record NoticePage(WardId ward, List<Notice> standing, Optional<NoticePanel> panel) {
    public NoticePage {
        standing = List.copyOf(standing);
    }
}
