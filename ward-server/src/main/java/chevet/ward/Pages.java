package chevet.ward;

import chevet.config.WardConfig;
import chevet.ward.account.AccountDesk;
import chevet.ward.account.AccountRoutes;
import chevet.ward.audit.AuditNames;
import chevet.ward.audit.AuditRoutes;
import chevet.ward.console.BedChips;
import chevet.ward.console.Console;
import chevet.ward.console.Sessions;
import chevet.ward.hl7.FeedRoutes;
import chevet.ward.http.Routes;
import chevet.ward.library.FilmRoutes;
import chevet.ward.meal.MealBoard;
import chevet.ward.meal.MealRoutes;
import chevet.ward.meal.Meals;
import chevet.ward.meal.MenuRoutes;
import chevet.ward.notice.NoticeRoutes;
import chevet.ward.request.DayRoutes;
import chevet.ward.request.RequestBoard;
import chevet.ward.request.RequestRoutes;
import chevet.ward.request.Requests;
import chevet.ward.request.TeamRoutes;
import chevet.ward.staff.StaffRoutes;
import chevet.ward.stay.NumberRoutes;
import chevet.ward.stay.PatientNumbers;
import chevet.ward.stay.StayDesk;
import chevet.ward.stay.StayRoutes;
import chevet.ward.stay.TerminalStates;
import chevet.ward.tv.TvBoard;
import chevet.ward.tv.TvRoutes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The console's pages: every feature's, and what they share. */
final class Pages {
    private Pages() {}

    /**
     * What pages need that is no feature's.
     *
     * @param terminals how each terminal's link stands
     * @param diskFull since when nothing can be written
     */
    record House(
            WardConfig config,
            Clock clock,
            ConfiguredPlaces places,
            TerminalStates terminals,
            Supplier<Optional<Instant>> diskFull) {}

    /** Opens every page on the routes. */
    static void open(
            Routes routes,
            Features features,
            AccountDesk accounts,
            Sessions sessions,
            House house) {
        WardConfig config = house.config();
        Console console =
                new Console(
                        routes,
                        accounts,
                        sessions,
                        house.clock(),
                        config.zone(),
                        config.siteName(),
                        house.places().wardNames(),
                        List.of(
                                StayRoutes.WORDS,
                                MealRoutes.WORDS,
                                TvRoutes.WORDS,
                                FilmRoutes.WORDS,
                                NoticeRoutes.WORDS,
                                StaffRoutes.WORDS,
                                AuditRoutes.WORDS,
                                RequestRoutes.WORDS,
                                FeedRoutes.WORDS,
                                AccountRoutes.WORDS));
        console.diskFull(house.diskFull());
        Optional<PatientNumbers> numbers = features.numbers();
        Meals meals = features.meals();
        Requests requests = features.requests();
        StayDesk stays = features.stays();
        List<BedChips> boards = new ArrayList<>();
        boards.add(new RequestBoard(requests.desk()));
        boards.add(new MealBoard(meals.trays(), meals.menus(), meals.kitchen()));
        boards.add(new TvBoard());
        numbers.ifPresent(known -> boards.add(new NumberRoutes(console, stays, known)));
        new StayRoutes(console, stays, house.terminals(), boards, numbers.isPresent());
        new MealRoutes(console, meals);
        new MenuRoutes(console, meals.menus());
        new TvRoutes(console, features.television());
        AuditNames names = StaffPorts.names(features.staff(), accounts, house.places());
        // At the bed it is somebody of the directory who signs, on the console an account.
        new FilmRoutes(
                console,
                features.library(),
                who -> names.name("staff/" + who).or(() -> names.name("account/" + who)));
        new NoticeRoutes(console, features.notices());
        new StaffRoutes(console, features.staff(), config.staff().ca().isPresent());
        new AuditRoutes(console, features.audit(), names);
        new RequestRoutes(console, requests);
        new TeamRoutes(console, requests);
        new DayRoutes(console, requests);
        features.feed().ifPresent(of -> new FeedRoutes(console, of));
        new AccountRoutes(console, accounts);
    }
}
