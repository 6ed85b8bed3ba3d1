// Everybody who is registered for the newest expo, with the names of their exhibitors: for Excel and Power BI.
//
// Beside "npm start": Data > Get Data > From Other Sources > Blank Query > Advanced Editor; put this in place of what is there.
// Excel asks once how to sign in: "Anonymous" in sandbox mode; elsewhere "Basic", with any user name and a key of weir as the password.
let
    Origin = "http://127.0.0.1:4000",
    // The query is given apart from the address, so that the service of Power BI can refresh it.
    Read = (name as text, query as record) as table =>
        let
            Answer = Web.Contents(Origin, [RelativePath = "tables/" & name & ".csv", Query = query]),
            Rows = Csv.Document(Answer, [Delimiter = ",", Encoding = TextEncoding.Utf8, QuoteStyle = QuoteStyle.Csv])
        in
            Table.PromoteHeaders(Rows, [PromoteAllScalars = true]),
    Expos = Table.TransformColumnTypes(Read("expos", []), {{"start", type datetimezone}}),
    Newest = Table.Sort(Expos, {{"start", Order.Descending}}){0},
    Visitors = Read("visitors", [expoId = Newest[id]]),
    Typed = Table.TransformColumnTypes(
        Visitors,
        {
            {"registrationTime", type datetimezone},
            {"participant.arrivalTime", type datetimezone},
            {"participant.departureTime", type datetimezone},
            {"participant.dwellingSeconds", Int64.Type}
        }
    )
in
    Typed
