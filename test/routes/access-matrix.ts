/**
 * Who may what, at every address. To add a route: one line `GET` for its loader and one line `POST` for its action (several, with a `#name`,
 * where the action does several things), and for each `POST` line what is sent in `access-forms.ts`. A route that is not listed fails the test.
 *
 * A cell is the answer to the person at the head of the column: `in` to the sign-in page, `go` redirected elsewhere, `ok` admitted, or
 * the status of the refusal. Three answers `a,b,c` are those for things of the own distributor, of its reseller, and of a foreign partner;
 * one answer holds for all three. What nobody has must be answered as what is foreign, or with 404; `absent=` says otherwise (`a/b`: either).
 */
export const matrix = `
                                                         nobody auditor training exam portal partner_admin engineer   certified  reseller_engineer
GET  /                                                   in     go      go       go   go     go            go         go         go
GET  /sign-in                                            ok     go      go       go   go     go            go         go         go
POST /sign-in                                            ok     go      go       go   go     go            go         go         go
GET  /forgot-password                                    ok     ok      ok       ok   ok     ok            ok         ok         ok
POST /forgot-password                                    ok     ok      ok       ok   ok     ok            ok         ok         ok
GET  /link/:token                                        ok     ok      ok       ok   ok     ok            ok         ok         ok                absent=ok
POST /link/:token                                        ok     ok      ok       ok   ok     ok            ok         ok         ok                absent=409
GET  /sign-out                                           go     go      go       go   go     go            go         go         go
POST /sign-out                                           in     ok      ok       ok   ok     ok            ok         ok         ok
GET  /language                                           go     go      go       go   go     go            go         go         go
POST /language                                           ok     ok      ok       ok   ok     ok            ok         ok         ok
GET  /gallery/:view?                                     ok     ok      ok       ok   ok     ok            ok         ok         ok
GET  /verify/:number?                                    ok     ok      ok       ok   ok     ok            ok         ok         ok                absent=ok
POST /verify/:number?                                    ok     ok      ok       ok   ok     ok            ok         ok         ok                absent=ok
GET  /calendars/:file                                    ok     ok      ok       ok   ok     ok            ok         ok         ok                absent=404
GET  /*                                                  404    404     404      404  404    404           404        404        404

GET  /organisations                                      in     ok      ok       ok   ok     403           403        403        403
POST /organisations#save_view                            in     ok      ok       ok   ok     403           403        403        403
GET  /organisations/forecast                             in     ok      ok       ok   ok     403           403        403        403
GET  /organisations/export/:format                       in     ok      ok       ok   ok     403           403        403        403
GET  /organisations/support-access/:format               in     ok      ok       ok   ok     403           403        403        403
GET  /organisations/new                                  in     403     403      403  ok     403           403        403        403
POST /organisations/new                                  in     403     403      403  ok     403           403        403        403
GET  /organisations/:organisationId                      in     ok      ok       ok   ok     ok,ok,404     403        403        403
POST /organisations/:organisationId                      in     403     403      403  ok     403           403        403        403
GET  /organisations/:organisationId/what-if              in     ok      ok       ok   ok     ok,ok,404     403        403        403
GET  /organisations/:organisationId/absences             in     ok      ok       ok   ok     ok,ok,404     403        403        403
POST /organisations/:organisationId/absences             in     403     403      403  403    ok,ok,404     403        403        403
GET  /organisations/:organisationId/second-level         in     ok      ok       ok   ok     ok,ok,404     403        403        403
POST /organisations/:organisationId/second-level#apply   in     403     403      403  403    ok,ok,404     403        403        403
POST /organisations/:organisationId/second-level#approve in     403     403      403  ok     403,403,404   403        403        403
POST /organisations/:organisationId/second-level#opt_out in     403     403      403  ok     ok,ok,404     403        403        403
GET  /second-level-applications                          in     ok      ok       ok   ok     403           403        403        403
GET  /organisations/:organisationId/decisions            in     ok      ok       ok   ok     ok,ok,404     403        403        403
POST /organisations/:organisationId/decisions            in     403     403      403  ok     403           403        403        403
GET  /organisations/:organisationId/people               in     ok      ok       ok   ok     ok,ok,404     403        403        403
GET  /organisations/:organisationId/people/new           in     403     403      403  ok     ok,ok,404     403        403        403
POST /organisations/:organisationId/people/new           in     403     403      403  ok     ok,ok,404     403        403        403
GET  /organisations/:organisationId/people/:personId     in     ok      ok       ok   ok     ok,ok,404     403        403        403
POST /organisations/:organisationId/people/:personId#attest in  403     403      403  403    ok,ok,404     403        403        403
POST /organisations/:organisationId/people/:personId     in     403     403      403  ok     ok,ok,404     403        403        403

GET  /me                                                 in     ok      ok       ok   ok     ok            ok         ok         ok
POST /me                                                 in     403     403      403  403    ok            ok         ok         ok
GET  /support-contacts                                   in     ok      ok       ok   ok     ok            ok         ok         ok
POST /support-contacts                                   in     403     403      403  ok     403           403        403        403
GET  /support-contacts/business-days                     in     ok      ok       ok   ok     403           403        403        403
POST /support-contacts/business-days                     in     403     403      403  ok     403           403        403        403
GET  /my-mails                                           in     ok      ok       ok   ok     ok            ok         ok         ok
POST /my-mails                                           in     ok      ok       ok   ok     ok            ok         ok         ok
GET  /my-calendar                                        in     ok      ok       ok   ok     ok            ok         ok         ok
POST /my-calendar                                        in     ok      ok       ok   ok     ok            ok         ok         ok
GET  /notices                                            in     ok      403      403  ok     403           403        403        403
POST /notices                                            in     403     403      403  ok     403           403        403        403
GET  /notices/preview                                    in     ok      403      403  ok     403           403        403        403
GET  /jobs                                               in     ok      403      403  ok     403           403        403        403
POST /jobs                                               in     403     403      403  ok     403           403        403        403
GET  /audit                                              in     ok      403      403  ok     403           403        403        403
GET  /mailbox                                            in     ok      ok       ok   ok     ok            ok         ok         ok
GET  /mailbox/:key                                       in     ok      ok       ok   ok     ok            ok         ok         ok
GET  /mailbox/:key/html                                  in     ok      ok       ok   ok     ok            ok         ok         ok
GET  /mailbox/:key/attachments/:filename                 in     ok      ok       ok   ok     ok            ok         ok         ok

GET  /training                                           in     ok      ok       ok   ok     ok            ok         ok         ok
GET  /training/new                                       in     403     ok       403  403    403           403        403        403
POST /training/new                                       in     403     ok       403  403    403           403        403        403
GET  /training/:trainingSessionId                        in     ok      ok       ok   ok     ok            ok         ok         ok
POST /training/:trainingSessionId#enrol                  in     403     ok       403  403    ok,ok,404     403        403        403
POST /training/:trainingSessionId#enrol_self             in     403     403      403  403    403           403        403        403                absent=403/404
POST /training/:trainingSessionId#accept                 in     404     ok       404  404    ok,ok,404     404        404        404
POST /training/:trainingSessionId#withdraw               in     404     ok       404  404    ok,ok,404     404        404        404
GET  /training/:trainingSessionId/change                 in     403     ok       403  403    403           403        403        403
POST /training/:trainingSessionId/change                 in     403     ok       403  403    403           403        403        403
GET  /training/:trainingSessionId/attendance             in     403     ok       403  403    403           403        403        403
POST /training/:trainingSessionId/attendance             in     403     ok       403  403    403           403        403        403

GET  /practice                                           in     ok      ok       ok   ok     ok            ok         ok         ok
POST /practice                                           in     ok      ok       ok   ok     ok            ok         ok         ok
GET  /practice/:roundId                                  in     404     404      404  404    404           404        ok,404,404 404
POST /practice/:roundId                                  in     404     404      404  404    404           404        ok,404,404 404
GET  /practice/:mockRoundId/mock                         in     404     404      404  404    404           404        ok,404,404 404
POST /practice/:mockRoundId/mock                         in     404     404      404  404    404           404        ok,404,404 404
GET  /practice/:mockRoundId/answer                       in     404     404      404  404    404           404        ok,404,404 404
POST /practice/:mockRoundId/answer                       in     404     404      404  404    404           404        ok,404,404 404
GET  /practice/:mockRoundId/items                        in     404     404      404  404    404           404        ok,404,404 404
POST /practice/:mockRoundId/note                         in     404     404      404  404    404           404        ok,404,404 404
GET  /practice/:mockRoundId/hand-in                      in     404     404      404  404    404           404        ok,404,404 404
GET  /items                                              in     ok      403      ok   403    403           403        403        403
GET  /items/export                                       in     ok      403      ok   403    403           403        403        403
GET  /items/new                                          in     403     403      ok   403    403           403        403        403
POST /items/new                                          in     403     403      ok   403    403           403        403        403
GET  /items/import                                       in     403     403      ok   403    403           403        403        403
POST /items/import                                       in     403     403      ok   403    403           403        403        403
GET  /items/:itemId                                      in     ok      403      ok   403    403           403        403        403
POST /items/:itemId#comment                              in     403     403      ok   403    403           403        403        403
POST /items/:itemId#settle                               in     403     403      ok   403    403           403        403        403
POST /items/:itemId#retire                               in     403     403      ok   403    403           403        403        403
GET  /items/:itemId/change                               in     403     403      ok   403    403           403        403        403
POST /items/:itemId/change                               in     403     403      ok   403    403           403        403        403
GET  /forms                                              in     ok      403      ok   403    403           403        403        403

GET  /exam                                               in     403     403      403  403    ok            ok         ok         ok
POST /exam                                               in     403     403      403  403    ok            go         ok         go
GET  /exam/:runningAttemptId                             in     403     403      403  403    404           ok,404,404 404        404,ok,404
POST /exam/:runningAttemptId                             in     403     403      403  403    404           ok,404,404 404        404,ok,404
GET  /exam/:runningAttemptId/answer                      in     403     403      403  403    404           ok,404,404 404        404,ok,404
POST /exam/:runningAttemptId/answer                      in     403     403      403  403    404           ok,404,404 404        404,ok,404
POST /exhibit-images                                     in     403     403      ok   403    403           403        403        403
GET  /exhibit-images/:sha256                             in     ok      404      ok   404    404           404        404        404                absent=404
GET  /exam/:runningAttemptId/items                       in     403     403      403  403    404           ok,404,404 404        404,ok,404
POST /exam/:runningAttemptId/note                        in     403     403      403  403    404           ok,404,404 404        404,ok,404
POST /exam/:runningAttemptId/events                      in     403     403      403  403    404           ok,404,404 404        404,ok,404
GET  /exam-windows                                       in     ok      403      ok   403    403           403        403        403
POST /exam-windows                                       in     403     403      ok   403    403           403        403        403
GET  /programme                                          in     ok      403      ok   403    403           403        403        403
POST /programme                                          in     403     403      ok   403    403           403        403        403
GET  /attempts/:finishedAttemptId                        in     ok      403      ok   403    403           403        403        403
GET  /exam/:runningAttemptId/hand-in                     in     403     403      403  403    404           ok,404,404 404        404,ok,404
GET  /exam/:finishedAttemptId/result                     in     ok      ok       ok   ok     ok,ok,404     404        ok,404,404 404
GET  /certificates/:certificateId                        in     ok      ok       ok   ok     ok,ok,404     404        ok,404,404 404
POST /certificates/:certificateId                        in     403     403      ok   403    403           403        403        403
GET  /certificates/:certificateId/document               in     ok      ok       ok   ok     ok,ok,404     404        ok,404,404 404

GET  /exam-statistics                                    in     ok      403      ok   403    403           403        403        403
GET  /exam-statistics/:itemVersionId                     in     ok      403      ok   403    403           403        403        403
GET  /exam-statistics/export/:format                     in     ok      403      ok   403    403           403        403        403
GET  /marking                                            in     ok      403      ok   ok     403           403        403        403
GET  /marking/:markedAttemptId/:markedOrdinal            in     ok      403      ok   ok     403           403        403        403
POST /marking/:markedAttemptId/:markedOrdinal            in     403     403      ok   403    403           403        403        403
GET  /regrades                                           in     ok      403      ok   403    403           403        403        403
GET  /regrades/new                                       in     403     403      404  403    403           403        403        403
POST /regrades/new                                       in     403     403      404  403    403           403        403        403
GET  /regrades/:regradeId                                in     ok      403      ok   403    403           403        403        403
POST /regrades/:regradeId                                in     403     403      ok   403    403           403        403        403
GET  /cut-score                                          in     ok      ok       ok   ok     ok            ok         ok         ok
POST /cut-score                                          in     403     403      ok   403    403           403        403        403
GET  /cut-score/:studyId                                 in     ok      404      ok   404    404           404        404        404
POST /cut-score/:studyId#conduct                         in     403     403      ok   403    403           403        403        403
POST /cut-score/:studyId#remark                          in     ok      404      ok   404    404           404        404        404
GET  /cut-score/:studyId/rate                            in     ok      404      ok   404    404           404        404        404
POST /cut-score/:studyId/rate                            in     ok      404      ok   404    404           404        404        404

POST /practice/:mockRoundId/hand-in                      in     404     404      404  404    404           404        ok,404,404 404
POST /exam/:runningAttemptId/hand-in                     in     403     403      403  403    404           ok,404,404 404        404,ok,404
POST /training/:trainingSessionId#cancel                 in     403     ok       403  403    403           403        403        403
`;
