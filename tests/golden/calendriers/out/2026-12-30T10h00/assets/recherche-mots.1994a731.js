tambourRecherche({"pages":[
["actualites/index.html","Actualités","",""],
["agenda/conseil.html","Conseil municipal","Événement",""],
["agenda/index.html","Agenda","","Ce qui se passe dans la commune et autour."],
["cantine.html","Les menus de la cantine","","Ce que les enfants mangent à l’école, jour par jour."],
["collectes.html","Collecte des déchets","","Les jours où l’on sort les bacs, et ceux que déplacent les jours fériés."],
["demarches/index.html","Démarches","","Toutes les démarches, en ligne et à la mairie."],
["sources.html","Sources et licences","",""]],
"mots":"actualit agenda autour bac cantin ceu collect commun conseil dechet demarch deplacent ecol encombrant enfant feri jour licenc lign mairi mangent menu municipal ordur pas poubel publiqu recyclag repa restaurant scolair seanc sort sourc tout tri",
"ou":"0C 2C 2B 4D 3C 4B 4C 2B 1C 4C 5D 4B 3B 4C 3B 4B 3B1B 6C 5B 5B 3B 3C 1C 4C 2B 4C 1A 4C 3C 3C 3C 1A 4B 6C 5B 4C"});
