tambourRecherche({"pages":[
["actualites/index.html","Actualités","",""],
["agenda/conseil.html","Conseil municipal","Événement",""],
["agenda/index.html","Agenda","","Ce qui se passe dans la commune et autour."],
["cantine.html","Les menus de la cantine","","Ce que les enfants mangent à l’école, jour par jour."],
["collectes.html","Collecte des déchets","","Les jours où l’on sort les bacs, et ceux que déplacent les jours fériés."],
["demarches/index.html","Démarches","","Toutes les démarches, en ligne et à la mairie."],
["lieux/index.html","Lieux et équipements","","Salles, école, bibliothèque, déchetterie : horaires, tarifs et accès."],
["lieux/salle.html","Salle","Lieu",""],
["sources.html","Sources et licences","",""]],
"mots":"acc actualit agenda autour bac bibliothequ cantin ceu collect commun conseil dechet dechetteri demarch deplacent ecol encombrant enfant equipement feri grand horair jour licenc lieu lign mairi mangent menu municipal ordur pas poubel publiqu recyclag repa restaurant sal scolair seanc sort sourc tarif tout tri",
"ou":"6B 0C 2C 2B 4D 6B 3C 4B 4C 2B 1C 4C 6B 5D 4B 3B3B 4C 3B 6C 4B 7A 6B 3B1B 8C 6C 5B 5B 3B 3C 1C 4C 2B 4C 1A 4C 3C 3C 6B1C 3C 1A 4B 8C 6B 5B 4C"});
