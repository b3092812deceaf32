package lianqiao.offices;

import java.util.List;

/** What the directory consists of, row by row: as read from the database or from files. */
record Entries(List<Office> offices, List<Area> areas, List<Service> services, List<Routing.Rule> rules, List<Officer> officers,
               List<AnswerTemplate> templates, List<Ground> grounds, List<SendBackReason> reasons,
               List<MeasureGround> measures) {}
